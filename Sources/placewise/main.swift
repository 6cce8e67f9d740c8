import Commands
import Glibc

exit(Placewise.run(Array(CommandLine.arguments.dropFirst())))
