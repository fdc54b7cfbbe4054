import Disk
import FoundationEssentials
import Glibc

extension KindredProgram {
  /// Runs the program on this process's own arguments, and gives its exit status.
  public static func main() async -> Int32 {
    Account.keepFilesPrivate()
    Signals.prepare()
    let environment = ProcessInfo.processInfo.environment
    let console = Console(
      output: .descriptor(STDOUT_FILENO, environment: environment),
      messages: .descriptor(STDERR_FILENO, environment: environment))
    let now = Int(Date.now.timeIntervalSince1970)
    let surroundings = Surroundings(
      environment: environment, yesterday: LondonCalendar.yesterday(atUnixTime: now))
    let program = KindredProgram(.live, surroundings: surroundings, console: console)
    return await program.run(Array(CommandLine.arguments.dropFirst())).rawValue
  }
}
