public import Linkage
import LinkageFiles
import Disk
import Store
import YAMLFiles

/// How a council's records become people: settings, and the model that was trained for them.
public struct PeopleDefinition: Sendable {
  /// What is compared, and how.
  public var settings: LinkageSettings
  /// The pinned model.
  public var model: LinkageModel
  /// For each column of the settings, the column of `linkage_record` that it takes.
  var columns: [String]
  /// The files that say so, as the pipeline names them.
  var files: [String]
}

extension PipelineLoader {
  /// Reads the settings that `pipeline.yaml` names, and the model beside them: `people.model.json` for `people.yaml`.
  mutating func readPeople(_ name: String) throws -> PeopleDefinition? {
    guard let bytes = try bytes(of: name) else { return nil }
    let definition: LinkageDefinition
    do {
      definition = try LinkageDefinition.read(bytes, name: folder.joining(name).text)
    } catch let problem as LinkageProblem {
      note(problem, in: name)
      return nil
    }
    guard let columns = columns(of: definition.settings, in: name, bytes) else { return nil }
    let modelName = Self.modelName(for: name)
    guard try Files.kind(of: folder.joining(modelName)) != nil else {
      note(
        "there is no trained model for the settings", in: modelName, line: 1,
        advice: "train one with 'kindred train', see docs/formats.md, or copy the one that ships")
      return nil
    }
    _ = try self.bytes(of: modelName)
    do {
      return PeopleDefinition(
        settings: definition.settings, model: try definition.model(folder.joining(modelName)),
        columns: columns, files: [name, modelName])
    } catch let problem as LinkageProblem {
      note(problem, in: modelName)
      return nil
    }
  }

  /// `people.model.json` for `people.yaml`.
  static func modelName(for settings: String) -> String {
    (settings.hasSuffix(".yaml") ? String(settings.dropLast(5)) : settings) + ".model.json"
  }

  /// The columns of records that the settings take; a heading that records do not have is a mistake.
  private mutating func columns(
    of settings: LinkageSettings, in name: String, _ bytes: [UInt8]
  ) -> [String]? {
    let known = RunFile.linkageColumns
    var columns: [String] = []
    for column in settings.columns {
      if let heading = column.headers.first(where: known.contains) {
        columns.append(heading)
        continue
      }
      let document = try? YAMLDocument.parse(bytes, name: folder.joining(name).text)
      let wanted = column.headers.joined(separator: "' or '")
      mistakes.append(
        YAMLMistake(
          file: folder.joining(name).text,
          mark: document?.root["columns"]?[column.name]?.mark ?? YAMLMark(line: 1, column: 1),
          what: "people's records have no column '\(wanted)'",
          suggestion: NearestWord.suggestion(for: column.headers[0], among: known).map {
            "did you mean '\($0)'?"
          } ?? "there are: \(known.joined(separator: ", "))"))
    }
    return columns.count == settings.columns.count ? columns : nil
  }

  private mutating func note(_ problem: LinkageProblem, in name: String) {
    switch problem {
    case .mistakes(let found): mistakes += found
    case .otherModel(_, let why):
      note(
        "the model does not fit the settings: \(why)", in: name, line: 1,
        advice: "train the model anew")
    default: note("the file cannot be used", in: name, line: 1)
    }
  }
}
