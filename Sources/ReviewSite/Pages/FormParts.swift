import Reports

/// A list of words of which one is chosen.
struct Choice {
  let label: String
  let name: String
  /// The name under which it is sent, where several forms of a page send the same.
  var sentAs: String?
  let options: [(value: String, words: String)]
  var chosen: String?
  /// What stands there while nothing is chosen; without it the first option is.
  var empty: String?
  var isRequired = false
  var hint: String?
  var key: String?

  var markup: Markup {
    let described: Markup =
      hint == nil ? .nothing : " aria-describedby=\"\(name)-hint\""
    let required: Markup = isRequired ? " required" : .nothing
    let shortcut: Markup = key.map { " data-key=\"\($0)\"" } ?? .nothing
    return """
      <div class="field"><label for="\(name)">\(label)</label>
      \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" } ?? .nothing)
      <select id="\(name)" name="\(sentAs ?? name)"\(required)\(described)\(shortcut)>
      \(emptyOption)\(options.map(option))
      </select></div>
      """
  }

  private var emptyOption: Markup {
    guard let empty else { return .nothing }
    return "<option value=\"\">\(empty)</option>\n"
  }

  private func option(_ each: (value: String, words: String)) -> Markup {
    let selected: Markup = each.value == chosen ? " selected" : .nothing
    return "<option value=\"\(each.value)\"\(selected)>\(each.words)</option>"
  }
}

/// A field for a line of text.
struct TextField {
  let label: String
  let name: String
  /// The name under which it is sent, where several forms of a page send the same.
  var sentAs: String?
  var type: Kind = .text
  var value = ""
  var hint: String?
  var completes: Markup = "off"
  var isRequired = false
  var longest = 200
  var key: String?

  enum Kind { case text, password, search }

  var markup: Markup {
    let described: Markup = hint == nil ? .nothing : " aria-describedby=\"\(name)-hint\""
    let required: Markup = isRequired ? " required" : .nothing
    let shortcut: Markup = key.map { " data-key=\"\($0)\"" } ?? .nothing
    return """
      <div class="field"><label for="\(name)">\(label)</label>
      \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" } ?? .nothing)
      <input id="\(name)" name="\(sentAs ?? name)" type="\(kind)" value="\(value)" maxlength="\(longest)" \
      autocomplete="\(completes)" spellcheck="false" autocapitalize="none"\(required)\(described)\(shortcut)></div>
      """
  }

  private var kind: Markup {
    switch type {
    case .text: "text"
    case .password: "password"
    case .search: "search"
    }
  }
}
