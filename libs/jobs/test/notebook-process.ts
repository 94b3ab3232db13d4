import { startNotebook } from './notebook.ts';

const { DATABASE_URL = '', REDIS_URL = '' } = process.env;
await startNotebook({ databaseUrl: DATABASE_URL, redisUrl: REDIS_URL });
process.stdout.write('notebook is open\n');
