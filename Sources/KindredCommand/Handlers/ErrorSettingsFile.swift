import Disk
import Pipelines
import Synthesis
import YAMLFiles

/// The file of error rates that `kindred synth --errors` takes: each kind with its chances in ten thousand.
///
///     typo: 80
///     nickname: 1200
///     lost-zeros: 0
enum ErrorSettingsFile {
  /// The rates of a file, or the usual ones where none is named; kinds that the file leaves out keep their usual rate.
  static func read(_ name: String?) throws -> ErrorSettings {
    guard let name else { return .usual }
    var mistakes: [YAMLMistake] = []
    var settings = ErrorSettings.usual
    do throws(YAMLError) {
      let bytes = try fileBytes(name)
      let document = try YAMLDocument.parse(bytes, name: name)
      _ = document.read(collecting: &mistakes) { mapping -> Bool? in
        for kind in ErrorKind.allCases {
          if let rate = mapping.optional(kind.rawValue, { $0.integer(in: 0...10_000) }) {
            settings[kind] = rate
          }
        }
        return true
      }
    } catch {
      mistakes.append(error.asMistake)
    }
    guard mistakes.isEmpty else { throw PipelineMistakes(mistakes: mistakes) }
    return settings
  }

  private static func fileBytes(_ name: String) throws(YAMLError) -> [UInt8] {
    do {
      return try Files.read(Path(name))
    } catch {
      throw YAMLError(
        .syntax, "the file can't be read", file: name, mark: YAMLMark(line: 1, column: 1))
    }
  }
}
