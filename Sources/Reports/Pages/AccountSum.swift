/// Where the rows went, as a sum that anyone can check, and as a bar.
struct AccountSum {
  let account: RecordAccount

  var markup: Markup {
    """
    <p class="sum"><b>\(count: account.read) read</b> = \
    <b><span class="key yes-key" aria-hidden="true"></span>\(count: account.accepted) accepted</b> + \
    <b><span class="key part-key" aria-hidden="true"></span>\(count: account.quarantined) quarantined</b> + \
    <b><span class="key none-key" aria-hidden="true"></span>\(count: account.skipped) skipped</b></p>
    \(ShareBar(parts: parts, isLong: true).markup)
    \(check)
    """
  }

  private var parts: [ShareBar.Part] {
    [
      ShareBar.Part(count: account.accepted, style: "yes"),
      ShareBar.Part(count: account.quarantined, style: "part"),
      ShareBar.Part(count: account.skipped, style: "none"),
    ]
  }

  private var check: Markup {
    guard !account.balances else {
      return """
        <p class="note">Every row is accounted for. Skipped rows hold no data, such as headings and \
        blank lines, or are about people whose data may not be kept.</p>
        """
    }
    let sum = account.accepted + account.quarantined + account.skipped
    return """
      <div class="error-box"><p><strong>The rows do not add up.</strong> \(count: account.read) were \
      read, and \(count: sum) are accounted for. Do not use this run.</p></div>
      """
  }
}
