import HTTPServing
import Synchronization
import Testing

/// A server that says what it was asked.
private func echo(_ change: (inout HTTPServerSettings) -> Void = { _ in }) throws -> HTTPServer {
  var settings = HTTPServerSettings()
  settings.threads = 2
  settings.bodyBytes = 1_000
  change(&settings)
  return try HTTPServer(settings) { request in
    let query = request.query.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    let form =
      request.form?.fields.map { "\($0.name)=\($0.value)" }.joined(separator: "&") ?? "none"
    return .plain(
      200,
      "\(request.method.rawValue) [\(request.path.joined(separator: "|"))] [\(query)] [\(form)] \(request.body.count)"
    )
  }
}

private func ask(_ port: UInt16, _ text: String) throws -> String {
  let client = try RawClient(port: port)
  client.send(text)
  client.finish()
  return client.receive()
}

@Suite struct HTTPServerTests {
  @Test func answersWhatIsWellFormed() throws {
    let server = try echo()
    let answer = try ask(
      server.port, "GET /a%20b/c?x=1&y=%C3%A9+z HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    #expect(answer.hasPrefix("HTTP/1.1 200"))
    #expect(answer.contains("GET [a b|c] [x=1&y=é z] [none] 0"))
    let post = try ask(
      server.port,
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n\r\na=1&b=%0a+%2"
    )
    // A damaged form is no form, and the handler is told so.
    #expect(post.contains("POST [] [] [none] 12"))
    let head = try ask(server.port, "HEAD / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    #expect(head.hasPrefix("HTTP/1.1 200") && !head.contains("HEAD []"))
  }

  @Test(arguments: [
    ("a path that leads up", "GET /a/../b HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("the same, hidden", "GET /a/%2e%2e/b HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("a slash in a step", "GET /a%2Fb HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("a zero byte", "GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("no UTF-8", "GET /%ff HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("half an escape", "GET /%4 HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("an empty step", "GET /a//b HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("another server's address", "GET http://h/a HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("a damaged query", "GET /?a=%zz HTTP/1.1\r\nHost: h\r\n\r\n"),
    ("no host", "GET / HTTP/1.1\r\n\r\n"),
    ("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
    (
      "two lengths",
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"
    ),
    (
      "a length and chunks",
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ),
    ("a length that is none", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n"),
    ("no request at all", "\u{1}\u{2}\u{3}\r\n\r\n"),
    ("another method", "DELETE / HTTP/1.1\r\nHost: h\r\n\r\n"),
  ])
  func refuses(_ name: String, _ text: String) throws {
    let server = try echo()
    let answer = try ask(server.port, text)
    #expect(
      answer.isEmpty || answer.hasPrefix("HTTP/1.1 40") || answer.hasPrefix("HTTP/1.0 40"),
      "\(name): \(answer.prefix(80))")
    #expect(!answer.contains("HTTP/1.1 200"))
    // And the server still stands.
    #expect(
      try ask(server.port, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").contains("200")
    )
  }

  @Test func refusesBodiesThatAreTooLarge() throws {
    let server = try echo()
    let told = try ask(
      server.port,
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n"
        + String(repeating: "a", count: 1_001))
    #expect(told.hasPrefix("HTTP/1.1 413"))
    let chunk = "200\r\n" + String(repeating: "a", count: 512) + "\r\n"
    let untold = try ask(
      server.port,
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk
        + "0\r\n\r\n")
    #expect(untold.hasPrefix("HTTP/1.1 413"))
    let endless = try ask(
      server.port,
      "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
        + String(repeating: chunk, count: 40))
    #expect(!endless.contains("HTTP/1.1 200"))
    let exact = try ask(
      server.port,
      "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n"
        + String(repeating: "a", count: 1_000))
    #expect(exact.contains("POST [] [] [none] 1000"))
  }

  @Test func refusesHeadersThatAreTooLarge() throws {
    let server = try echo { $0.headerBytes = 4 << 10 }
    let answer = try ask(
      server.port,
      "GET / HTTP/1.1\r\nHost: h\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n")
    #expect(!answer.contains("HTTP/1.1 200"))
  }

  @Test func answersRequestsThatComeTogether() throws {
    let server = try echo()
    let one = "GET /one HTTP/1.1\r\nHost: h\r\n\r\n"
    let two = "GET /two HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
    let answer = try ask(server.port, one + two)
    let first = try #require(answer.firstRange(of: "[one]"))
    let second = try #require(answer.firstRange(of: "[two]"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test func slowClientsHoldNobodyUp() throws {
    let server = try echo { $0.idleSeconds = 1 }
    let slow = try RawClient(port: server.port)
    slow.send("GET / HTTP/1.1\r\nHost: h")
    #expect(
      try ask(server.port, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").contains("200")
    )
    // And they are shown out.
    #expect(!slow.receive().contains("HTTP/1.1 200"))
  }

  /// Connections shared between few threads would wait for whatever else their thread answers.
  @Test func aLongAnswerHoldsUpNoOtherConnection() throws {
    let mayEnd = Atomic<Bool>(false)
    let server = try HTTPServer(HTTPServerSettings()) { request in
      if request.path == ["long"] { while !mayEnd.load(ordering: .acquiring) {} }
      return .plain(200, "done")
    }
    let long = try RawClient(port: server.port)
    long.send("GET /long HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
    for _ in 0..<40 {
      #expect(
        try ask(server.port, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
          .contains("done"))
    }
    mayEnd.store(true, ordering: .releasing)
    #expect(long.receive().contains("done"))
  }

  @Test func sendsWhatIsMadeMeanwhile() throws {
    let left = Mutex(100_000)
    let server = try HTTPServer(HTTPServerSettings()) { _ in
      HTTPResponse(type: "text/csv") { most in
        left.withLock { left in
          let count = min(most, left)
          left -= count
          return [UInt8](repeating: 0x61, count: count)
        }
      }
    }
    let answer = try ask(server.port, "GET / HTTP/1.0\r\nHost: h\r\n\r\n")
    #expect(answer.utf8.count { $0 == 0x61 } >= 100_000)
  }

  @Test func headersCannotBeSplit() throws {
    let server = try HTTPServer(HTTPServerSettings()) { _ in
      var response = HTTPResponse.plain(200, "x")
      response.headers.add("x-name", "a\r\nSet-Cookie: b=c")
      return response
    }
    #expect(!(try ask(server.port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n")).contains("Set-Cookie"))
  }

  @Test func stopsWhenWhatIsUnderWayIsDone() throws {
    let began = Atomic<Bool>(false)
    let mayEnd = Atomic<Bool>(false)
    let server = try HTTPServer(HTTPServerSettings()) { _ in
      began.store(true, ordering: .releasing)
      while !mayEnd.load(ordering: .acquiring) {}
      return .plain(200, "done")
    }
    let client = try RawClient(port: server.port)
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n")
    while !began.load(ordering: .acquiring) {}
    let port = server.port
    mayEnd.store(true, ordering: .releasing)
    server.stop()
    #expect(client.receive().contains("done"))
    #expect(throws: (any Error).self) { _ = try RawClient(port: port) }
  }

  @Test func listensNowhereElseWithoutACertificate() {
    for address in ["0.0.0.0", "::", "192.0.2.1"] {
      var settings = HTTPServerSettings()
      settings.address = address
      #expect(throws: HTTPServingError.notEncrypted(address)) {
        _ = try HTTPServer(settings) { _ in .plain(200, "") }
      }
    }
    var settings = HTTPServerSettings()
    settings.address = "localhost"
    #expect(throws: HTTPServingError.noAddress("localhost")) {
      _ = try HTTPServer(settings) { _ in .plain(200, "") }
    }
  }
}
