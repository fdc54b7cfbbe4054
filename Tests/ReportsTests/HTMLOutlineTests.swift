import Testing

/// The checker of pages has to see what is wrong.
@Suite struct HTMLOutlineTests {
  @Test(arguments: [
    "<p>a</p>", "<p>a", "<!DOCTYPE html><p>a", "<!DOCTYPE html><p><b>a</p></b>",
    "<!DOCTYPE html>a & b", "<!DOCTYPE html>a > b", "<!DOCTYPE html>a < b",
    "<!DOCTYPE html><a href=x>a</a>", "<!DOCTYPE html><a href=\"x\" href=\"y\">a</a>",
    "<!DOCTYPE html></p>", "<!DOCTYPE html><a title=\"<b>\">a</a>", "<!DOCTYPE html>&nbsp;",
  ])
  func `what is not well formed is seen`(_ page: String) {
    #expect(HTMLOutline(page).problems != [])
  }

  @Test func `what is well formed is left alone`() {
    let page = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><style>a>b{}</style></head>
      <body><p class="x">1 &lt; 2<br>2 &gt; 1</p><svg><path d="M0 0"/></svg></body></html>
      """
    let outline = HTMLOutline(page)
    #expect(outline.problems == [])
    #expect(outline.tags(named: "p") == [HTMLOutline.Tag(name: "p", attributes: ["class": "x"])])
  }
}
