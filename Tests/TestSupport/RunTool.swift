import Glibc

/// What a program answered.
public struct ToolAnswer: Equatable, Sendable {
  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    /// It exited with a status.
    case exit(Int32)
    /// A signal ended it.
    case signal(Int32)
    /// It ran longer than it may and was stopped.
    case timeout
  }

  /// How it ended.
  public var ending: Ending
  /// What it wrote to standard output.
  public var output: String
  /// What it wrote to standard error.
  public var errors: String

  /// The exit status, or nil when it did not exit by itself.
  public var status: Int32? {
    guard case .exit(let status) = ending else { return nil }
    return status
  }
}

/// The path of an executable that was built beside the tests.
public func builtTool(_ name: String) -> String {
  let own = CommandLine.arguments[0]
  let folder = own.lastIndex(of: "/").map { String(own[..<$0]) } ?? "."
  return "\(folder)/\(name)"
}

/// Runs a program to its end and returns all that it answered.
///
/// Input and output go through files and not through pipes: nothing can fill up or be inherited by
/// a program started at the same time. Foundation's `Process` is not used, since it hung beside
/// exit tests.
public func run(
  _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
  input: String = "", timeout seconds: Double = 60
) throws -> ToolAnswer {
  try withTemporaryFolder { folder in
    let files = ["input", "output", "errors"].map { "\(folder)/\($0)" }
    try write(input, to: files[0])
    let process = try spawn(executable, arguments, inherited(adding: environment), files)
    let ending = wait(for: process, seconds: seconds)
    return ToolAnswer(
      ending: ending, output: try readText(files[1]), errors: try readText(files[2]))
  }
}

/// The environment of the tests, with the language fixed and the additions last.
private func inherited(adding additions: [String: String]) -> [String] {
  var variables = ["LC_ALL": "C", "TZ": "UTC"]
  for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"] {
    variables[name] = unsafe getenv(name).map { unsafe String(cString: $0) }
  }
  variables.merge(additions) { $1 }
  return variables.map { "\($0)=\($1)" }.sorted()
}

private func spawn(
  _ executable: String, _ arguments: [String], _ environment: [String], _ files: [String]
) throws -> pid_t {
  var actions = unsafe posix_spawn_file_actions_t()
  unsafe posix_spawn_file_actions_init(&actions)
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  unsafe posix_spawn_file_actions_addopen(&actions, 0, files[0], O_RDONLY, 0)
  unsafe posix_spawn_file_actions_addopen(&actions, 1, files[1], O_WRONLY | O_CREAT, 0o600)
  unsafe posix_spawn_file_actions_addopen(&actions, 2, files[2], O_WRONLY | O_CREAT, 0o600)
  var attributes = posix_spawnattr_t()
  unsafe posix_spawnattr_init(&attributes)
  defer { unsafe posix_spawnattr_destroy(&attributes) }
  // A group of its own, so that what runs too long is stopped with its children; and signals as a
  // shell would hand them on, whatever the tests' own process ignores.
  var none = sigset_t()
  unsafe sigemptyset(&none)
  var all = sigset_t()
  unsafe sigfillset(&all)
  unsafe posix_spawnattr_setsigmask(&attributes, &none)
  unsafe posix_spawnattr_setsigdefault(&attributes, &all)
  unsafe posix_spawnattr_setflags(
    &attributes,
    Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
  var argumentPointers = unsafe ([executable] + arguments).map { unsafe strdup($0) } + [nil]
  var environmentPointers = unsafe environment.map { unsafe strdup($0) } + [nil]
  defer {
    unsafe (argumentPointers + environmentPointers).forEach { unsafe free($0) }
  }
  var process: pid_t = 0
  let code = unsafe posix_spawn(
    &process, executable, &actions, &attributes, &argumentPointers, &environmentPointers)
  guard code == 0 else { throw POSIXFailure("posix_spawn \(executable)", code) }
  return process
}

private func wait(for process: pid_t, seconds: Double) -> ToolAnswer.Ending {
  var status: Int32 = 0
  var waited = 0.0
  while unsafe waitpid(process, &status, WNOHANG) == 0 {
    guard waited < seconds else {
      kill(-process, SIGKILL)
      _ = unsafe waitpid(process, &status, 0)
      return .timeout
    }
    usleep(2_000)
    waited += 0.002
  }
  let signal = status & 0x7F
  return signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
}
