package export

import (
	"fmt"
	"strconv"
	"strings"
)

// writeXMI writes a CAS in UIMA's XMI, which needs TypeSystem.xml beside it. Offsets are
// units of UTF-16 of sofaString, in which a control that XML cannot hold is its picture.
func writeXMI(out *output, t *Table, _ Options) error {
	m := markup{out}
	out.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	namespaces := []attr{{"xmlns:xmi", "http://www.omg.org/XMI"}, {"xmlns:cas", "http:///uima/cas.ecore"}, {"xmlns:tcas", "http:///uima/tcas.ecore"}}
	prefixes := make(map[string]string)
	for _, kind := range casTypes {
		if namespace, _ := ecore(kind.name); prefixes[namespace] == "" {
			prefixes[namespace] = fmt.Sprintf("n%d", len(prefixes)+1)
			namespaces = append(namespaces, attr{"xmlns:" + prefixes[namespace], namespace})
		}
	}
	m.open("xmi:XMI", append(namespaces, attr{"xmi:version", "2.0"})...)
	out.WriteString("\n")
	m.empty("cas:NULL", attr{"xmi:id", "0"})
	at := []attr{{"sofa", "1"}, {"begin", "0"}, {"end", strconv.Itoa(t.offsets.UTF16(len(t.Article.Text)))}}
	m.empty("tcas:DocumentAnnotation", append(append([]attr{{"xmi:id", "2"}}, at...), attr{"language", casLanguage(t)})...)
	members := []string{"2"}
	for _, a := range casOf(t) {
		id := strconv.Itoa(len(members) + 2)
		members = append(members, id)
		namespace, name := ecore(a.kind)
		attrs := []attr{{"xmi:id", id}, {"sofa", "1"}, {"begin", strconv.Itoa(a.at.Start)}, {"end", strconv.Itoa(a.at.End)}}
		for _, v := range a.values {
			attrs = append(attrs, attr{v.name, plain(v.value)})
		}
		out.WriteString("\n")
		m.empty(prefixes[namespace]+":"+name, attrs...)
	}
	out.WriteString("\n<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"")
	out.WriteString(escapedXML(t.Article.Text, true) + "\"/>\n")
	m.empty("cas:View", attr{"sofa", "1"}, attr{"members", strings.Join(members, " ")})
	out.WriteString("\n</xmi:XMI>\n")
	return nil
}

// ecore is the namespace and the element of a type.
func ecore(kind string) (namespace, name string) {
	dot := strings.LastIndexByte(kind, '.')
	return "http:///" + strings.ReplaceAll(kind[:dot], ".", "/") + ".ecore", kind[dot+1:]
}
