import Testing

@testable import Reporter

@Suite("Every figure")
struct FigureTests {
  /// What a published drawing may hold; anything else could act.
  static let elements: Set<String> = [
    "svg", "title", "desc", "style", "defs", "pattern", "rect", "path", "circle", "text",
  ]
  static let attributes: Set<String> = [
    "xmlns", "width", "height", "viewBox", "role", "aria-labelledby", "id", "class", "x", "y", "d",
    "fill", "cx", "cy", "r", "patternUnits",
  ]

  @Test("is well-formed and holds only what cannot act", arguments: FigureSamples.all)
  func wellFormed(sample: FigureSample) throws {
    let text = sample.figure.render()
    let drawing = try DrawnSVG(text)
    for element in drawing.elements {
      #expect(Self.elements.contains(element.name))
      for attribute in element.attributes {
        #expect(Self.attributes.contains(attribute.name))
        #expect(attribute.name != "fill" || attribute.value.hasPrefix("url(#p"))
      }
    }
    #expect(!text.contains("nan") && !text.contains("inf\""))
    #expect(!text.contains("\r") && text.hasSuffix("</svg>\n"))
    #expect(!text.unicodeScalars.contains { MarkdownText.isControl($0) && $0 != "\n" })
  }

  @Test("says what it shows to those who do not see it", arguments: FigureSamples.all)
  func accessible(sample: FigureSample) throws {
    let drawing = try DrawnSVG(sample.figure.render())
    let root = try #require(drawing.elements.first)
    #expect(root["role"] == "img")
    #expect(root["aria-labelledby"] == "t d")
    let title = try #require(drawing.elements.first { $0["id"] == "t" })
    let description = try #require(drawing.elements.first { $0["id"] == "d" })
    #expect(title.name == "title" && description.name == "desc")
    #expect(description.text.count > 10)
    let ids = drawing.elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
  }

  @Test("is the same bytes each time and under 40 kB", arguments: FigureSamples.all)
  func stable(sample: FigureSample) {
    let text = sample.figure.render()
    #expect(text == sample.figure.render())
    #expect(text.utf8.count < 40_000)
  }

  @Test("keeps its words and lines on the page", arguments: FigureSamples.all)
  func inside(sample: FigureSample) throws {
    let drawing = try DrawnSVG(sample.figure.render())
    #expect(drawing.clipped.isEmpty)
    #expect(drawing.strays.isEmpty)
    #expect(drawing.size.width == 720)
  }

  @Test("has no words below 12 pixels and follows the reader's colour scheme")
  func style() {
    let css = Palette.styleSheet
    let sizes = css.split(separator: "font-size:").dropFirst().compactMap {
      Int($0.prefix { $0.isNumber })
    }
    #expect(!sizes.isEmpty && sizes.allSatisfy { $0 >= 12 })
    #expect(css.contains("@media (prefers-color-scheme:dark)"))
    #expect(!css.contains("@import") && !css.contains("url("))
  }

  @Test("shows no more of a hostile name than text")
  func hostile() throws {
    let drawing = try DrawnSVG(FigureSamples.extreme[1].figure.render())
    #expect(drawing.words.contains { $0.hasPrefix("</text><script>") })
    #expect(!drawing.elements.contains { $0.name == "script" })
  }
}
