import HTTPServing
import Testing

@Suite struct RequestTests {
  @Test(arguments: [
    (["a=1"], "1"), (["b=2; a=1"], "1"), (["b=2", "a=1"], "1"), (["a=1; a=2"], nil),
    (["a=1", "a=2"], nil), (["A=1"], nil), ([], nil), (["xa=1"], nil), (["a="], ""),
    (["a=b=c"], "b=c"),
  ])
  func readsACookie(_ headers: [String], _ value: String?) {
    var fields = HTTPFields()
    for header in headers { fields.add("cookie", header) }
    #expect(HTTPRequest(.get, path: [], headers: fields).cookie("a") == value)
  }

  @Test func readsAForm() {
    var request = HTTPRequest(
      .post, path: [],
      headers: HTTPFields([
        .init("content-type", "application/x-www-form-urlencoded; charset=utf-8")
      ]),
      body: Array("a=1&a=2&b=x%0d%0ay&c".utf8))
    #expect(request.form?.all("a") == ["1", "2"])
    #expect(request.form?["b"] == "x\r\ny")
    #expect(request.form?["c"] == "")
    request.headers.set("content-type", "text/plain")
    #expect(request.form == nil)
  }
}
