// Loaded before a script that a test starts: no test run leaves processes behind.
process.on('disconnect', () => process.exit(1));
process.channel?.unref();
