/** Counts aloud until it is ended; what a spec kills and freezes. */
function Named(name: string) {
  return (target: object) => void Object.assign(target, { said: name });
}

@Named('counting')
class Counter {
  static said: string;
  count = 0;
}

const counter = new Counter();
process.stdout.write(
  `${Counter.said} from ${process.argv[2]} as ${process.env['JANELA_MODE']}, ${process.env['JANELA_REDIS_URL']}\n`,
);
setInterval(() => process.stdout.write(`${(counter.count += 1)}\n`), 10);
process.on('SIGTERM', () => {
  process.stdout.write('stopping\n');
  process.exit(0);
});
