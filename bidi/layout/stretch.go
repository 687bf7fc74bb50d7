package layout

import (
	"rawi/bidi/shape"
)

// stretch adds the characters of source[i:end], of one level, up to one that is
// alone, and answers where it stands.
func (m *measurer) stretch(i, end int) int {
	end = m.stretchEnd(i, end)
	m.form(m.source[i:end])
	for _, form := range m.forms {
		r, size := decode(m.source, i)
		is := m.known.of(r)
		m.breakBefore(is.class, i+size)
		if is.mirrored && m.rightToLeft {
			form = m.mirror(r)
		}
		m.add(i, r, form, is.role)
		i += size
	}
	return end
}

// stretchEnd is where in source[i:end] the first character is alone, or end.
func (m *measurer) stretchEnd(i, end int) int {
	for i < end {
		r, size := decode(m.source, i)
		if is := m.known.at(r); is != nil && is.alone {
			break
		}
		i += size
	}
	return min(i, end)
}

// form decides what each character of text is shown as, which is of one level and
// whose first and last letters join nothing outside of it.
func (m *measurer) form(text string) {
	m.forms = m.forms[:0]
	first := 0
	if m.apart {
		for i, r := range text {
			if m.known.of(r).role == disputed {
				m.formPart(text[first:i])
				first = i
			}
		}
	}
	m.formPart(text[first:])
}

// formPart is form for text within which letters join. Letters that an override
// forces left to right stand apart.
func (m *measurer) formPart(text string) {
	if m.options.Unshaped || !m.rightToLeft {
		m.forms = appendRunes(m.forms, text)
	} else {
		m.forms = shape.Append(m.forms, text)
	}
}
