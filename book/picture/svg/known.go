package svg

import (
	"regexp"
	"strings"
)

// knownElement reports whether an element is kept.
func knownElement(name string) bool {
	switch name {
	case "svg", "g", "defs", "symbol", "use", "a", "switch",
		"path", "rect", "circle", "ellipse", "line", "polyline", "polygon",
		"text", "tspan", "title", "desc",
		"linearGradient", "radialGradient", "stop", "clipPath", "pattern", "mask", "marker":
		return true
	}
	return false
}

// isSeen reports whether a drawing without an element looks different. Scripts and
// animation are not missed on paper.
func isSeen(name string) bool {
	switch name {
	case "image", "foreignObject", "textPath", "filter", "mesh", "tref":
		return true
	}
	return false
}

func holdsText(name string) bool {
	return name == "text" || name == "tspan" || name == "title" || name == "desc" || name == "a"
}

// isProperty reports whether a name is that of a property that style sheets may
// set and attributes present.
func isProperty(name string) bool {
	switch name {
	case "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
		"stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "opacity", "color",
		"display", "visibility", "stop-color", "stop-opacity", "clip-path", "clip-rule", "mask",
		"marker-start", "marker-mid", "marker-end", "overflow",
		"font-family", "font-size", "font-style", "font-weight", "font-variant", "text-anchor", "text-decoration",
		"letter-spacing", "word-spacing", "dominant-baseline", "baseline-shift", "writing-mode", "direction":
		return true
	}
	return false
}

// isAttribute reports whether an attribute that is no property is kept.
func isAttribute(name string) bool {
	switch name {
	case "id", "href", "transform", "viewBox", "preserveAspectRatio",
		"x", "y", "width", "height", "d", "points", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2",
		"dx", "dy", "rotate", "textLength", "lengthAdjust",
		"fx", "fy", "offset", "gradientUnits", "gradientTransform", "spreadMethod",
		"clipPathUnits", "patternUnits", "patternContentUnits", "patternTransform",
		"maskUnits", "maskContentUnits", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient":
		return true
	}
	return false
}

// Values that are safe wherever they stand: a reference to a part of the file, with
// what to use in its place; and text without functions other than those of colours
// and transformations. A backslash could spell what is not allowed.
var (
	localRef = regexp.MustCompile(`^url\(\s*["']?#([^"'()\\\s]+)["']?\s*\)\s*([a-zA-Z#][\w#(),.% -]*)?$`)
	function = regexp.MustCompile(`([\w-]*)\s*\(`)
)

// safeValue returns a value if it is safe, and "" if not.
func safeValue(value string) string {
	if localRef.MatchString(value) {
		if fallback := localRef.FindStringSubmatch(value)[2]; safeFunctions(fallback) {
			return value
		}
		return ""
	}
	if strings.ContainsAny(value, "\\<>@{};") || !safeFunctions(value) {
		return ""
	}
	return value
}

func safeFunctions(value string) bool {
	if strings.IndexByte(value, '(') < 0 {
		return !strings.Contains(value, ":")
	}
	for _, m := range function.FindAllStringSubmatch(value, -1) {
		switch m[1] {
		case "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewX", "skewY":
		default:
			return false
		}
	}
	return true
}
