import Pipelines
import Reports

/// The frame of every page: where the reader is, as whom, and how far the figures can be trusted.
struct SitePage {
  let visit: Visit
  let title: String
  /// The page among those of the navigation that this one belongs to.
  let here: String
  let content: [Markup]

  var markup: Markup {
    """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>\(title) – Kindred</title>
    <link rel="stylesheet" href="/style.css">
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <script src="/site.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header class="top"><div class="width">
    <p class="name"><a href="/"><strong>Kindred</strong></a> \(visit.generation.facts.council)</p>
    \(navigation)
    </div></header>
    \(trust)
    <main id="content" class="width" tabindex="-1">
    \(content)
    </main>
    <footer class="width"><p>\(footer)</p></footer>
    </body>
    </html>

    """
  }

  private var navigation: Markup {
    guard visit.account != nil else { return .nothing }
    var links: [(String, String)] = []
    if visit.may(.seeRun) { links.append(("Today", Links.today)) }
    if visit.may(.seePeople) {
      links += [("Queue", Links.queue), ("Cohort", Links.families)]
    }
    if visit.may(.seeClaims) { links.append(("Claims", Links.claims)) }
    if visit.may(.seePeople) {
      links.append(("Find", Links.search))
    }
    if visit.may(.seeRun) { links.append(("Quality", Links.quality)) }
    if visit.may(.seeDecisions) || visit.may(.seeViews) { links.append(("Ledger", Links.ledger)) }
    if visit.may(.seeAccounts) { links.append(("Accounts", Links.accounts)) }
    links.append(("Help", Links.help))
    let items = links.map { words, path -> Markup in
      let current: Markup = path == here ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(path)\"\(current)>\(words)</a></li>"
    }
    return """
      <nav aria-label="Pages"><ul>
      \(items)
      </ul></nav>
      """
  }

  private var trust: Markup {
    guard let account = visit.account, let session = visit.session else { return .nothing }
    let facts = visit.generation.facts
    let stale: Markup =
      facts.stale.isEmpty
      ? .nothing
      : " <span class=\"old\">Out of date: \(Words.list(facts.stale)).</span>"
    return """
      <aside class="trust" aria-label="Run and session"><div class="width">
      <p>Data as of <strong>\(DayWording.long(facts.asOf))</strong>, run <code>\(visit.generation.run.id)</code>.\(stale)</p>
      <form class="who" method="post" action="\(Links.signOut)">\(visit.token)
      <span><strong>\(account.name)</strong>, here for: \
      <a href="\(Links.purpose)">\(session.purpose.title)</a></span>
      <button class="plain-button">Sign out</button></form>
      </div></aside>
      """
  }

  private var footer: Markup {
    let program = visit.generation.facts.program
    return """
      Kindred \(program). What is shown here is about people: look only at what your task needs. Every record that is \
      opened is noted in the ledger, with your name and purpose.
      """
  }
}

extension Visit {
  /// The field without which no form of whoever is signed in is taken.
  var token: Markup {
    "<input type=\"hidden\" name=\"token\" value=\"\(session?.formToken ?? "")\">"
  }
}
