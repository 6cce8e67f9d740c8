@testable import Reporter

/// A drawing read back: strict enough to refuse what is not well-formed XML.
struct DrawnSVG {
  /// One element with its own text.
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
    var text = ""

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    func number(_ name: String) -> Double? { self[name].flatMap { Double($0) } }
  }

  /// What is wrong with a drawing, in words.
  struct Fault: Error {
    let text: String
  }

  private(set) var elements: [Element] = []
  private var rest: Substring

  init(_ text: String) throws(Fault) {
    rest = text[...]
    var open: [Int] = []
    while let next = rest.first {
      if next == "<" {
        try readTag(&open)
      } else if let top = open.last {
        elements[top].text += try readText(until: "<")
      } else if next == "\n" {
        rest.removeFirst()
      } else {
        throw Fault(text: "text outside the root")
      }
    }
    guard open.isEmpty else { throw Fault(text: "not closed") }
  }

  private mutating func readTag(_ open: inout [Int]) throws(Fault) {
    rest.removeFirst()
    let isEnd = rest.first == "/"
    if isEnd { rest.removeFirst() }
    let name = take { $0.isLetter }
    guard !name.isEmpty else { throw Fault(text: "no element name before \(rest.prefix(20))") }
    if isEnd {
      guard let top = open.popLast(), elements[top].name == name, rest.first == ">" else {
        throw Fault(text: "</\(name)> closes nothing")
      }
      rest.removeFirst()
      return
    }
    guard !open.isEmpty || elements.isEmpty else { throw Fault(text: "a second root") }
    var element = Element(name: name, attributes: [])
    while rest.first == " " {
      rest.removeFirst()
      let attribute = take { $0.isLetter || $0 == "-" || $0 == "B" }
      guard !attribute.isEmpty, rest.hasPrefix("=\""), element[attribute] == nil else {
        throw Fault(text: "bad attribute \(attribute) of \(name)")
      }
      rest.removeFirst(2)
      element.attributes.append((attribute, try readText(until: "\"")))
      rest.removeFirst()
    }
    elements.append(element)
    if rest.hasPrefix("/>") {
      rest.removeFirst(2)
    } else if rest.first == ">" {
      rest.removeFirst()
      open.append(elements.count - 1)
    } else {
      throw Fault(text: "<\(name)> does not end")
    }
  }

  private mutating func take(while holds: (Character) -> Bool) -> String {
    let taken = rest.prefix(while: holds)
    rest.removeFirst(taken.count)
    return String(taken)
  }

  private mutating func readText(until end: Character) throws(Fault) -> String {
    guard let stop = rest.firstIndex(of: end) else { throw Fault(text: "no \(end) found") }
    var out = ""
    var part = rest[..<stop]
    rest = rest[stop...]
    while let next = part.first {
      part.removeFirst()
      if next == "&" {
        guard
          let known = [("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\"")]
            .first(where: { part.hasPrefix($0.0) })
        else { throw Fault(text: "a bare & before \(part.prefix(9))") }
        part.removeFirst(known.0.count)
        out += known.1
      } else {
        guard next != "<", next.unicodeScalars.allSatisfy({ $0 == "\n" || $0.value >= 0x20 })
        else { throw Fault(text: "a character that XML does not allow") }
        out.append(next)
      }
    }
    return out
  }
}

extension DrawnSVG {
  /// The width and height of the page.
  var size: (width: Double, height: Double) {
    (elements.first?.number("width") ?? 0, elements.first?.number("height") ?? 0)
  }

  /// The classes of an element.
  static func classes(_ element: Element) -> [String] {
    (element["class"] ?? "").split(separator: " ").map { String($0) }
  }

  /// The texts that are drawn.
  var words: [String] { elements.filter { $0.name == "text" }.map(\.text) }

  /// Texts that stick out of the page by the width they are expected to have.
  var clipped: [String] {
    elements.filter { $0.name == "text" }.filter { element in
      let classes = Self.classes(element)
      let size =
        classes.contains("tt")
        ? 18.0 : classes.contains("st") ? 14 : classes.contains("sm") ? 12 : 13
      let isBold = classes.contains("b") || classes.contains("tt")
      let width = TextMeasure.width(element.text, size: size, isBold: isBold)
      let shift = classes.contains("e") ? width : classes.contains("c") ? width / 2 : 0
      let x = (element.number("x") ?? -1) - shift
      let y = element.number("y") ?? -1
      return x < 0 || x + width > self.size.width || y < 10 || y > self.size.height - 2
    }.map(\.text)
  }

  /// The subpaths of the paths with a class, each as its absolute points.
  func subpaths(_ style: String) -> [[SVGPath.Point]] {
    elements.filter { $0.name == "path" && $0["class"] == style }.flatMap { element in
      (element["d"] ?? "").split(separator: "M").map { part in
        part.prefix { !"ahvZ".contains($0) }.split(separator: "L").compactMap { pair in
          let numbers = pair.split(separator: " ").compactMap { Double($0) }
          return numbers.count == 2 ? SVGPath.Point(numbers[0], numbers[1]) : nil
        }
      }
    }
  }

  /// Points of paths that lie off the page.
  var strays: [SVGPath.Point] {
    var strays: [SVGPath.Point] = []
    var styles: Set<String> = []
    for element in elements where element.name == "path" && element["class"] != "pl" {
      guard let style = element["class"], styles.insert(style).inserted else { continue }
      for point in subpaths(style).joined() {
        let isInside =
          (-1...size.width + 1).contains(point.x) && (-1...size.height + 1).contains(point.y)
        if !isInside { strays.append(point) }
      }
    }
    return strays
  }
}
