/**
 * Says no of something, in whatever language: particles of denial, and that something is as it should be. A hint only:
 * what is denied is for the caller to find out.
 */
const DENIAL =
  /\b(?:not|no|nope|nah|never|none|neither|nobody|nothing|without|zero|cannot|can'?t)\b|n['’]t\b|(?<!\p{L})(?:nicht|nichts|kein\p{L}*|nie|ohne|ne|n['’]\p{L}+|pas|aucun\p{L}*|rien|jamais|sans|nada|ning[úu]n\p{L}*|sin|nunca|tampoco|nel|não|nao|nem|nenhum\p{L}*|sem|non|nessun\p{L}*|senza|niet|geen|nie ma|не|нет|ни|değil|yok)(?!\p{L})|不(?!好意思|过|断|同)|没|未|無|ない|なし|ません|ず[。、に]|否定|아니|않|없/iu;

export const denies = (text: string): boolean => DENIAL.test(text);

/** Only seems so, or is only hoped: no ground for a proposal of a fact. */
const PROVISIONAL =
  /\b(?:seem(?:s|ed|ingly)?|appear(?:s|ed)?|looks? (?:like|as if|good|ok|better|healthy|fine|stable)|looking (?:good|ok|better|healthy|fine|stable)|I (?:think|guess|hope|believe|reckon)|hope(?:fully)?|should|might|may|could|maybe|perhaps|probably|possibly|apparently|fingers crossed|touch wood|knock on wood|for now|so far|temporar\p{L}*)\b|(?<!\p{L})(?:scheint|sollte|m(?:ü|ue)sste|d(?:ü|ue)rfte|hoffentlich|anscheinend|sieht (?:gut|besser|so) |vorerst|wohl|vllt|vielleicht|on dirait|semble\p{L}*|devrait|normalement|j'esp[èe]re|pour l'instant|apparemment|peut-[êe]tre|parece\p{L}*|deber[ií]a|ojal[áa]|por ahora|creo|quiz[áa]s?|tal vez|acho|deve(?:ria)?|por enquanto|tomara|talvez|sembra|dovrebbe|forse|speriamo|per ora)(?!\p{L})|好像|似乎|貌似|看起来|看上去|应该|可能|大概|也许|暂时|估计|希望|吧|みたい|っぽい|よう(?:です|だ)|そう(?:です|だ)|かも|はず|と思|だろう|でしょう|とりあえず|一旦|たぶん|おそらく|같|것 같/iu;

export const isProvisional = (text: string): boolean => PROVISIONAL.test(text);
