// What the schema engine needs of a database, and no more. Prisma's own adapter does not serve: its
// `executeScript` splits at every semicolon, and it does not know the catalogue's type "char".

import { DriverAdapterError, ColumnTypeEnum as Type } from '@prisma/driver-adapter-utils';

/** By PostgreSQL's type ids (pg_type.oid); text where one is missing. */
const COLUMN_TYPES = {
  16: Type.Boolean,
  17: Type.Bytes,
  18: Type.Character,
  19: Type.Text,
  20: Type.Int64,
  21: Type.Int32,
  23: Type.Int32,
  25: Type.Text,
  26: Type.Int64,
  114: Type.Json,
  700: Type.Float,
  701: Type.Double,
  1042: Type.Text,
  1043: Type.Text,
  1082: Type.Date,
  1083: Type.Time,
  1114: Type.DateTime,
  1184: Type.DateTime,
  1700: Type.Numeric,
  2950: Type.Uuid,
  3802: Type.Json,
  1000: Type.BooleanArray,
  1002: Type.CharacterArray,
  1003: Type.TextArray,
  1005: Type.Int32Array,
  1007: Type.Int32Array,
  1009: Type.TextArray,
  1015: Type.TextArray,
  1016: Type.Int64Array,
  1028: Type.Int64Array,
};

export function sqlAdapter({ query, script, close }) {
  const adapter = {
    provider: 'postgres',
    adapterName: 'schema-engine',
    queryRaw: ({ sql, args }) =>
      told(async () => {
        const { rows, fields } = await query(sql, args);
        return {
          columnNames: fields.map(({ name }) => name),
          columnTypes: fields.map(({ dataTypeID }) => COLUMN_TYPES[dataTypeID] ?? Type.Text),
          rows: rows.map((row) => row.map((value, nth) => cell(value, COLUMN_TYPES[fields[nth].dataTypeID]))),
        };
      }),
    executeRaw: ({ sql, args }) =>
      told(async () => {
        const result = await query(sql, args);
        return result.rowCount ?? result.affectedRows ?? 0;
      }),
    executeScript: (sql) =>
      told(async () => {
        await script(sql);
      }),
    startTransaction: async () => {
      await script('BEGIN');
      return {
        ...adapter,
        options: { usePhantomQuery: true },
        commit: () => script('COMMIT'),
        rollback: () => script('ROLLBACK'),
      };
    },
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: close,
  };
  return adapter;
}

/** A value as the engine expects it of a driver. */
function cell(value, type) {
  if (value === null || value === undefined) return null;
  switch (type) {
    case Type.DateTime:
      return value instanceof Date ? value.toISOString().replace('Z', '+00:00') : inUtc(String(value));
    case Type.Int64:
    case Type.Numeric:
      return String(value);
    case Type.Json:
      return typeof value === 'string' ? value : JSON.stringify(value);
    default:
      return Array.isArray(value) ? value.map(withoutBigint) : withoutBigint(value);
  }
}

const withoutBigint = (value) => (typeof value === 'bigint' ? String(value) : value);

const inUtc = (stamp) => `${stamp.replace(' ', 'T').replace(/[+-]\d\d(:?\d\d)?$/, '')}+00:00`;

/** Tells PostgreSQL's errors to the engine in its own terms. */
async function told(work) {
  try {
    return await work();
  } catch (error) {
    if (typeof error?.code !== 'string') throw error;
    throw new DriverAdapterError({
      originalCode: error.code,
      originalMessage: error.message,
      ...causeOf(error),
    });
  }
}

function causeOf({ code, message, severity = 'ERROR', detail, column, hint }) {
  if (code === '3D000') return { kind: 'DatabaseDoesNotExist' };
  if (code === '42P01') return { kind: 'TableDoesNotExist', table: /relation "([^"]+)"/.exec(message)?.[1] };
  return { kind: 'postgres', code, severity, message, detail, column, hint };
}
