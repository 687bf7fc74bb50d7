package page

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"rawi/model/arabic"
)

// months are the names of months in Arabic, folded: those of the Gulf and Egypt, of the
// Levant and Iraq, of Algeria and Tunisia, and of Morocco; then English, French and
// Persian news use the first.
var months = monthTable(
	"يناير كانون-الثاني جانفي ينايرِ january jan janvier",
	"فبراير شباط فيفري february feb février",
	"مارس آذار march mar mars",
	"أبريل إبريل ابريل نيسان أفريل april apr avril",
	"مايو أيار ماي may mai",
	"يونيو يونيه حزيران جوان june jun juin",
	"يوليو يوليه تموز جويلية يوليوز july jul juillet",
	"أغسطس اغسطس آب أوت غشت august aug août",
	"سبتمبر أيلول شتنبر september sep sept septembre",
	"أكتوبر تشرين-الأول october oct octobre",
	"نوفمبر تشرين-الثاني نونبر november nov novembre",
	"ديسمبر كانون-الأول دجنبر december dec décembre")

// hijriMonths are the names of the months of the Hijri year, folded.
var hijriMonths = monthTable("محرم المحرم", "صفر", "ربيع-الأول ربيع-أول", "ربيع-الآخر ربيع-الثاني", "جمادى-الأولى جمادى-الأول", "جمادى-الآخرة جمادى-الثانية جمادى-الآخر",
	"رجب", "شعبان", "رمضان", "شوال", "ذو-القعدة ذي-القعدة", "ذو-الحجة ذي-الحجة")

func monthTable(rows ...string) map[string]int {
	table := map[string]int{}
	for i, row := range rows {
		for _, name := range strings.Fields(row) {
			table[arabic.Key(strings.ReplaceAll(name, "-", " "))] = i + 1
		}
	}
	return table
}

// Machine forms of dates, the most exact first.
var layouts = [...]string{time.RFC3339Nano, "2006-01-02T15:04:05.000-0700", "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05-07:00", "2006-01-02 15:04:05", "2006-01-02 15:04", time.RFC1123Z, time.RFC1123, time.RFC850, "2006-01-02", "2006/01/02", "20060102", "2006-01-02Z07:00"}

// Date reads a date as machines or people write it: ISO 8601, «4 أيار/مايو 2031»,
// «12/6/2004», «15 رجب 1447 هـ». Where a Gregorian date stands beside a Hijri one it is
// taken. A Hijri date alone is reckoned by the tabular calendar, which may be a day
// off. ok is false where there is none. A date without a zone is in UTC.
func Date(text string) (t time.Time, ok bool) {
	text = OneLine(text)
	for _, layout := range layouts {
		if t, err := time.Parse(layout, text); err == nil && t.Year() > 0 {
			return t, true
		}
	}
	return writtenDate(text)
}

// maxDate is how many words of a text are looked at for a date.
const maxDate = 40

// writtenDate reads a date that is written for people.
func writtenDate(text string) (time.Time, bool) {
	words := dateWords(text)
	hijri := time.Time{}
	for i := range words {
		y, m, d, calendar := dateAt(words[i:])
		switch {
		case calendar == gregorian && valid(y, m, d):
			return withClock(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), text), true
		case calendar == islamic && hijri.IsZero():
			hijri = fromHijri(y, m, d)
		}
	}
	return hijri, !hijri.IsZero()
}

type calendar int

const (
	noCalendar calendar = iota
	gregorian
	islamic
)

// dateWords are the words and numbers of a text, digits apart from letters.
func dateWords(text string) []string {
	words := strings.Fields(arabic.Key(digitsApart(text)))
	return words[:min(len(words), maxDate)]
}

var digitEdge = regexp.MustCompile(`(\p{Nd})(\p{L})|(\p{L})(\p{Nd})`)

func digitsApart(text string) string { return digitEdge.ReplaceAllString(text, "$1$3 $2$4") }

// dateAt reads the date that words begin with.
func dateAt(w []string) (y, m, d int, c calendar) {
	switch n := numbers(w, 3); {
	case len(n) == 3 && n[0] > 1000: // 2026 01 04
		return n[0], n[1], n[2], calendarOf(n[0])
	case len(n) == 3 && n[2] > 1000: // 4 1 2026, or 1 27 2026
		d, m = n[0], n[1]
		if m > 12 && d <= 12 {
			d, m = m, d
		}
		return n[2], m, d, calendarOf(n[2])
	case len(n) >= 1 && 0 < n[0] && n[0] <= 31:
		return namedDate(n[0], w[1:])
	case len(n) == 0 && len(w) > 2:
		return monthFirst(w)
	}
	return 0, 0, 0, noCalendar
}

// monthFirst reads «May 4, 2031».
func monthFirst(w []string) (y, m, d int, c calendar) {
	month, size := monthAt(w, months)
	if size == 0 {
		return 0, 0, 0, noCalendar
	}
	if n := numbers(w[size:], 2); len(n) == 2 && n[0] <= 31 && n[1] > 1900 {
		return n[1], month, n[0], gregorian
	}
	return 0, 0, 0, noCalendar
}

// namedDate reads «أيار مايو 2031» behind a day.
func namedDate(day int, w []string) (y, m, d int, c calendar) {
	for _, table := range [...]map[string]int{months, hijriMonths} {
		month, size := monthAt(w, table)
		if size == 0 {
			continue
		}
		rest := w[size:]
		if again, size := monthAt(rest, table); size > 0 && again == month { // «كانون الثاني/يناير»
			rest = rest[size:]
		}
		if n := numbers(rest, 1); len(n) == 1 && n[0] > 1000 {
			return n[0], month, day, calendarOf(n[0])
		}
	}
	return 0, 0, 0, noCalendar
}

// calendarOf tells the calendar of a year.
func calendarOf(year int) calendar {
	switch {
	case 1300 <= year && year <= 1600:
		return islamic
	case 1700 <= year && year <= 9999:
		return gregorian
	}
	return noCalendar
}

// monthAt is the month that words begin with, and how many words name it, 0 for none.
func monthAt(w []string, table map[string]int) (month, size int) {
	for size = min(2, len(w)); size > 0; size-- {
		if m, ok := table[strings.Join(w[:size], " ")]; ok {
			return m, size
		}
	}
	return 0, 0
}

// numbers are the numbers that words begin with, n at most.
func numbers(w []string, n int) (out []int) {
	for _, word := range w[:min(n, len(w))] {
		k, err := strconv.Atoi(word)
		if err != nil {
			break
		}
		out = append(out, k)
	}
	return out
}

func valid(y, m, d int) bool {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return 1 <= m && m <= 12 && t.Day() == d && t.Year() == y
}

var clock = regexp.MustCompile(`(?:^|[^\p{Nd}:])(\p{Nd}{1,2}):(\p{Nd}{2})(?::\p{Nd}{2})?\s*(ص|م|صباحا|مساء|am|pm|AM|PM)?(?:$|[^\p{L}\p{Nd}])`)

// clockAlone is a time of day.
var clockAlone = regexp.MustCompile(`^\s*\p{Nd}{1,2}:\p{Nd}{2}(:\p{Nd}{2})?\s*$`)

// withClock is a day with the time that a text says.
func withClock(day time.Time, text string) time.Time {
	text, _, _ = strings.Cut(text, "تحديث") // when it was changed
	m := clock.FindStringSubmatch(text)
	if m == nil {
		return day
	}
	hour, _ := strconv.Atoi(arabic.Fold(m[1]))
	minute, _ := strconv.Atoi(arabic.Fold(m[2]))
	if half := strings.ToLower(m[3]); hour < 12 && (half == "م" || half == "مساء" || half == "pm") {
		hour += 12
	} else if hour == 12 && (half == "ص" || half == "صباحا" || half == "am") {
		hour = 0
	}
	if hour > 23 || minute > 59 {
		return day
	}
	return day.Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// fromHijri is the day of a date of the tabular Islamic calendar, with the leap years
// 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty; zero for none.
func fromHijri(y, m, d int) time.Time {
	if m < 1 || m > 12 || d < 1 || d > 30 {
		return time.Time{}
	}
	const epoch = 1948440 // Julian day number of 1 Muharram 1
	day := d + (59*(m-1)+1)/2 + (y-1)*354 + (3+11*y)/30 + epoch - 1
	const unixDay = 2440588 // Julian day number of 1 January 1970
	return time.Unix(int64(day-unixDay)*24*60*60, 0).UTC()
}
