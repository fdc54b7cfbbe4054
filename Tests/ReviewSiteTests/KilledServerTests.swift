import Disk
import Pipelines
import Store
import TestSupport
import Testing
import Vocabulary

@testable import ReviewSite

/// The built tool, killed while somebody decides.
@Suite struct KilledServerTests {
  /// Signs in, decides about one pair after the other, says which were acknowledged, and kills the server between two and
  /// in the middle of the last.
  private static let script = #"""
    tool=$1 workspace=$2; shift 2
    printf 'four plain words here\n' | "$tool" account add ann --role analyst --workspace "$workspace" >/dev/null
    "$tool" serve --port 0 --workspace "$workspace" >"$workspace/serve.log" 2>&1 &
    server=$!
    for try in $(seq 400); do
      port=$(sed -n 's|.*http://127.0.0.1:\([0-9]*\).*|\1|p' "$workspace/serve.log")
      [ -n "$port" ] && break
      sleep 0.05
    done
    ask() { # METHOD PATH BODY
      exec 3<>"/dev/tcp/127.0.0.1/$port"
      printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nOrigin: http://127.0.0.1:%s\r\nCookie: %s\r\n' \
        "$1" "$2" "$port" "$port" "$cookie" >&3
      printf 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %s\r\nConnection: close\r\n\r\n%s' \
        "${#3}" "$3" >&3
    }
    ask POST /sign-in 'name=ann&password=four+plain+words+here&purpose=match-review'
    cookie=$(tr -d '\r' <&3 | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p')
    ask GET /help ''
    token=$(sed -n 's/.*name="token" value="\([0-9a-f]*\)".*/\1/p' <&3 | head -n 1)
    for pair in "$@"; do
      ask POST "/pair/$pair/decide" "ruling=not-match&reason=other&seen=&token=$token"
      if [ "$pair" = "${!#}" ]; then kill -9 "$server"; break; fi
      read -r line <&3
      case $line in *303*) echo "acknowledged $pair" ;; *) echo "refused $line" ;; esac
      exec 3>&-
    done
    kill -9 "$server" 2>/dev/null
    wait 2>/dev/null
    echo ended
    """#

  @Test func aKilledServerLosesNoAcknowledgedDecision() async throws {
    try await withTemporaryFolder { folder in
      let council = try SmallCouncil(in: folder)
      try await council.publish()
      var opened = try RunKeeper(council.workspace).open(nil)
      let pairs = try ReviewQueue(&opened.file, decisions: []).items.map(\.pair)
      #expect(pairs.count >= 4)
      let answer = try run(
        "/bin/bash",
        ["-c", Self.script, "killed", builtTool("kindred"), council.workspace.folder.text]
          + pairs.map { "\($0.left.text)/\($0.right.text)" }, timeout: 120)
      let lines = answer.output.split(separator: "\n").map(String.init)
      #expect(lines.last == "ended", "\(answer.output) \(answer.errors)")
      let acknowledged = lines.filter { $0.hasPrefix("acknowledged") }
      #expect(acknowledged.count == pairs.count - 1, "\(answer.output) \(answer.errors)")
      // All that was answered is in the ledger, which is whole; what was cut off is there whole or not at all.
      var ledger = try council.workspace.openLedger()
      #expect(try ledger.fault() == nil)
      let noted = try ledger.decisions()
      #expect([acknowledged.count, pairs.count].contains(noted.count))
      let decided = Set(noted.compactMap(\.decision.subject.pair))
      #expect(decided.isSuperset(of: pairs.dropLast()))
      // A server that starts again has them.
      let site = try await ReviewSite.open(council.workspace, ReviewSiteSettings())
      #expect(try site.book.decisions().holding.count == noted.count)
    }
  }
}
