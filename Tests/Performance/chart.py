"""Charts as SVG, written by hand: bars, and lines on two logarithmic axes."""
import html
import math

INK, GREY, OURS, OTHERS = "#1a1a1a", "#767676", "#1f5f8b", "#b9c4cc"
LINES = ["#1f5f8b", "#a4452c", "#3b7a3b", "#7a4b94", "#8a6d00"]
FONT = 'font-family="system-ui, sans-serif" font-size="13"'


def svg(width, height, title, body):
    """Dark or light, the page decides its ground: the chart has a white one of its own."""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" role="img" {FONT}>\n'
            f"<title>{html.escape(title)}</title>\n"
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>\n'
            + "\n".join(body) + "\n</svg>\n")


def text(x, y, words, anchor="start", fill=INK):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{fill}">' \
           f"{html.escape(words)}</text>"


def bars(title, rows):
    """Bars from zero: (label, value, whether it is ours, words after the bar)."""
    left, width, height = 290, 760, 26
    most = max(value for _, value, _, _ in rows)
    body = [f'<text x="12" y="22" fill="{INK}" font-weight="bold">{html.escape(title)}</text>']
    for number, (label, value, ours, words) in enumerate(rows):
        y = 38 + number * height
        length = max((width - left - 130) * value / most, 1)
        body.append(text(left - 8, y + 15, label, "end"))
        body.append(f'<rect x="{left}" y="{y + 2}" width="{length:.1f}" height="{height - 8}" '
                    f'fill="{OURS if ours else OTHERS}"/>')
        body.append(text(left + length + 6, y + 15, words, fill=INK))
    return svg(width, 38 + len(rows) * height + 10, title, body)


def growth(title, series, x_label, y_label):
    """Lines over two logarithmic axes: {name: [(x, y), …]}."""
    width, height, left, right, top, bottom = 760, 430, 70, 190, 56, 50
    xs = [x for points in series.values() for x, _ in points]
    ys = [y for points in series.values() for _, y in points]
    low_x, high_x = math.log10(min(xs)), math.log10(max(xs))
    low_y = math.floor(math.log10(min(ys)) * 2) / 2
    high_y = math.ceil(math.log10(max(ys)) * 2) / 2

    def place(x, y):
        return (left + (math.log10(x) - low_x) / (high_x - low_x) * (width - left - right),
                height - bottom - (math.log10(y) - low_y) / (high_y - low_y)
                * (height - top - bottom))

    body = [f'<text x="12" y="22" fill="{INK}" font-weight="bold">{html.escape(title)}</text>']
    for step in range(int(math.ceil(low_y * 2)), int(math.floor(high_y * 2)) + 1):
        value = 10 ** (step / 2)
        _, y = place(min(xs), value)
        body.append(f'<line x1="{left}" y1="{y:.1f}" x2="{width - right}" y2="{y:.1f}" '
                    'stroke="#e3e3e3"/>')
        body.append(text(left - 8, y + 4, f"{value:.2g}", "end", GREY))
    for x in (m * 10 ** p for p in range(-3, 10) for m in (1, 3)):
        if not min(xs) <= x <= max(xs):
            continue
        at, _ = place(x, 10 ** low_y)
        body.append(text(at, height - bottom + 18, f"{x:g}", "middle", GREY))
    body.append(text((left + width - right) / 2, height - 12, x_label, "middle"))
    body.append(text(12, top - 14, y_label, fill=GREY))
    for number, (name, points) in enumerate(series.items()):
        colour = LINES[number % len(LINES)]
        path = " ".join(f"{a:.1f},{b:.1f}" for a, b in (place(x, y) for x, y in points))
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}" '
                    'stroke-width="2"/>')
        for x, y in points:
            a, b = place(x, y)
            body.append(f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>')
        a, b = place(*points[-1])
        body.append(text(a + 8, b + 4, name, fill=colour))
    return svg(width, height, title, body)
