import Disk
import Testing

@testable import KindredCommand

/// What must hold of every command's specification, so that help and parser can rely on it.
@Suite struct SpecificationTests {
  static let specifications = Backends.everySpecification

  @Test func `names of commands and topics are all different`() {
    let names = Self.specifications.map(\.name) + HelpTopic.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: specifications.map(\.name))
  func `options do not clash`(_ name: String) throws {
    let command = try #require(Self.specifications.first { $0.name == name })
    let options = command.options + [.help]
    #expect(Set(options.map(\.name)).count == options.count)
    let letters = options.compactMap(\.short)
    #expect(Set(letters).count == letters.count)
    // The parser reads letters as flags only.
    #expect(options.allSatisfy { $0.short == nil || $0.value == nil })
    for conflict in command.conflicts {
      #expect(command.option(named: conflict.first) != nil)
      #expect(command.option(named: conflict.second) != nil)
    }
  }

  @Test(arguments: specifications.map(\.name))
  func `required arguments come before optional ones`(_ name: String) throws {
    let command = try #require(Self.specifications.first { $0.name == name })
    let required = command.positionals.map(\.isRequired)
    #expect(required == required.filter { $0 } + required.filter { !$0 })
  }

  /// An example that does not work is worse than none.
  @Test(arguments: specifications.flatMap(\.examples).map(\.line))
  func `every example can be typed`(_ line: String) async {
    let plain = line.replacing("source <(", with: "").replacing(")", with: "")
    let words = plain.split(separator: " ").prefix { $0 != ">" }.map(String.init)
    #expect(words.first == "kindred")
    let seen = await KindredProgram.trial(Array(words.dropFirst()))
    #expect(seen.code == .done, "\(seen.messages)")
  }

  @Test func `the sources that examples name are those of the sample council`() throws {
    let sources = try Files.list(
      SampleCouncil.package.joining("pipelines/solentshire/sources"))
    let named = Self.specifications.flatMap(\.examples).map(\.line)
      .flatMap { $0.matches(of: /--(?:source|exclude) (\S+)/).map { String($0.1) } }
    #expect(named.count >= 3)
    for name in named { #expect(sources.contains("\(name).yaml"), "\(name)") }
  }

  @Test(arguments: specifications.map(\.name))
  func `abstracts are short and without a full stop`(_ name: String) throws {
    let command = try #require(Self.specifications.first { $0.name == name })
    #expect(command.abstract.count <= 65)
    #expect(!command.abstract.hasSuffix("."))
    #expect(command.options.allSatisfy { $0.help.hasSuffix(".") })
    #expect(command.positionals.allSatisfy { $0.help.hasSuffix(".") })
  }

  /// Help fits the terminal, at any width that there is.
  @Test(arguments: [40, 60, 80, 100, 200])
  func `help fits the terminal`(width: Int) {
    for command in Self.specifications {
      let lines = CommandHelp.lines(for: command, width: width, styling: .plain)
      // Usage and examples are for copying and stay in one line.
      let copied = [command.usage] + command.examples.map(\.line)
      for line in lines where !copied.contains(where: { line.hasSuffix($0) }) {
        #expect(line.count <= max(width, 48), "\(command.name): \(line)")
      }
    }
  }
}
