// Preloaded into the server: when the command that started it is killed, the channel to it breaks and the server leaves
// too. Otherwise it would keep the port, and the next start would be refused.
process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 5000).unref()
})
process.channel?.unref()
