// What runs from its sources on a developer's machine says so, since nothing said means production.
process.env.JANELA_MODE ??= 'development';
