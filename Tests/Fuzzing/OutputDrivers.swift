/// A name stays in its cell, no element of HTML comes out of it, and readers see the name.
@Sendable func driveMarkdown(_ bytes: [UInt8]) {
  let name = String(decoding: bytes, as: UTF8.self)
  let escaped = MarkdownText(escaping: name)
  var table = MarkdownTable([.init(escaped), .number("n")])
  table.append([escaped, "1"])
  let lines = table.render().split(separator: "\n", omittingEmptySubsequences: false)
  hold(lines.count == 3, "a name that ends its line")
  for line in lines { hold(line.utf8.count { $0 == 0x7C } == 3, "a cell too many") }
  let html = HTMLInline().html(escaped.source)
  hold(!html.contains("<"), "an element")
  hold(!html.contains("\""), "the end of an attribute")
  // What is shown is the name, blanks folded and control characters replaced.
  let shown = shown(html)
  let clean = String(String.UnicodeScalarView(MarkdownText.cleaned(name)))
  hold(shown == clean, "another name: \(shown.debugDescription), \(clean.debugDescription)")
}

/// What a browser shows of text with entities, numeric ones among them, and no elements.
private func shown(_ html: String) -> String {
  let named: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "quot": "\"", "amp": "&"]
  var out = String.UnicodeScalarView()
  var rest = Substring(html).unicodeScalars
  while let scalar = rest.popFirst() {
    guard scalar == "&", let end = rest.firstIndex(of: ";") else {
      out.append(scalar)
      continue
    }
    let name = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    let code = name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    guard let character = named[name] ?? code.flatMap(Unicode.Scalar.init) else {
      fatalError("an entity that is none: \(name.debugDescription)")
    }
    out.append(character)
  }
  return String(out)
}

/// A drawing with any text in it is well-formed.
@Sendable func driveSVG(_ bytes: [UInt8]) {
  let name = String(decoding: bytes, as: UTF8.self)
  var element = SVGElement(.text, ["x": name], content: name)
  element = SVGElement(.group, ["class": name], children: [element])
  var drawing = ""
  element.render(into: &drawing)
  hold(
    drawing.utf8.count { $0 == 0x3C } == (name.isEmpty ? 3 : 4) || drawing.contains("/>"))
  for scalar in drawing.unicodeScalars {
    let isText = scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
    hold(isText || scalar == "\n", "a control character")
    hold(scalar.value != 0xFFFE && scalar.value != 0xFFFF)
  }
  let value = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  let count = SVGElement.number(Double(bitPattern: value)).utf8.count
  hold(count > 0 && count < 16)
}
