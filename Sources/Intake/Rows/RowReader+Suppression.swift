import Vocabulary

/// Whether a row may be kept at all.
extension RowReader {
  /// Whether someone in the row is on the suppression list; asked of rejected rows too, since those are kept as received.
  func isAnyoneSuppressed() -> Bool {
    guard !context.suppressed.isEmpty else { return false }
    return bound.contract.people.contains { template in
      template.identifiers.contains { identifier in
        cells[identifier.column].state == .present
          && context.suppressed.contains(
            kind: identifier.kind.rawValue, value: string(cells[identifier.column].text))
      } || isNameSuppressed(template)
    }
  }

  private func isNameSuppressed(_ template: PersonTemplate) -> Bool {
    guard let born = template.born, cells[born].state == .present,
      let name = parsedName(template)
    else { return false }
    let parts = [
      name.surname.folded, name.firstName?.folded ?? "", string(cells[born].text),
    ]
    return context.suppressed.contains(
      kind: "name-birth", value: parts.joined(separator: "|"))
  }
}
