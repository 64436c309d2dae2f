/** Where the prepared cluster lies, once it has been made. */
export declare const PREPARED_DATABASE: string;
