/// A report as one web page that needs nothing else: for reading, printing and word processors.
///
/// Made from the same document as the Markdown, so that no number can differ. Figures are part of
/// the page; there is no script.
public struct HTMLPage {
  private let document: MarkdownDocument
  private let title: String
  private let figures: [String: [UInt8]]

  /// Prepares a page.
  ///
  /// - Parameters:
  ///   - document: what is shown.
  ///   - title: the page's title.
  ///   - figures: the files that its pictures name; a picture without a file is shown as its words.
  public init(_ document: MarkdownDocument, title: String, figures: [ReportFile]) {
    self.document = document
    self.title = title
    self.figures = Dictionary(
      figures.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The page, with LF line ends.
  public func render() -> String {
    var blocks = HTMLBlocks(HTMLInline(figures: figures))
    var body = document.sourceBlocks.map { blocks.html($0) }
    // Below the title.
    if !blocks.contents.isEmpty, !body.isEmpty { body.insert(blocks.contents, at: 1) }
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLInline.text(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <a class="skip" href="#content">Skip to the report</a>
      <main id="content">
      \(body.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  /// Dark words on white, wide tables that scroll on a phone, pages that break between sections.
  private static let style = """
    body{margin:0;background:#fff;color:#0b0c0c;font:1rem/1.5 Arial,Helvetica,sans-serif}
    main{max-width:60rem;margin:0 auto;padding:1rem}
    h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;line-height:1.25;margin-top:2.5rem}
    h3{font-size:1.2rem;margin-top:2rem}
    .skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:#fd0;padding:.5rem}
    nav ul{columns:2 20rem;column-gap:2rem;padding-left:1.2rem}nav li{break-inside:avoid}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;font-size:.95rem;min-width:50%}
    th,td{border-bottom:1px solid #b1b4b6;padding:.35rem .6rem;text-align:left;vertical-align:top}
    th.n,td.n{text-align:right;font-variant-numeric:tabular-nums}
    tbody th{font-weight:400}
    img{max-width:100%;height:auto}
    blockquote{margin:1.5rem 0;border-left:.6rem solid #1d70b8;padding:.5rem 1rem;background:#f3f2f1}
    code{font-size:.92em;overflow-wrap:anywhere}
    a{color:#1d70b8}sup a{text-decoration:none}
    .notes{border-top:1px solid #b1b4b6;margin-top:2rem;font-size:.95rem}
    @media print{.skip,nav{display:none}main{max-width:none;padding:0}body{font-size:10.5pt}
    h2,h3{break-after:avoid}table,img,blockquote{break-inside:avoid}a{color:#0b0c0c}}
    """
}
