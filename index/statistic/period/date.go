// Package period reads the times that news states and resolves them to two ISO
// dates: years, month ranges that may cross a year's end, quarters, halves,
// "last year", "the past five years", "since 2023". It does its own civil-date
// arithmetic and imports nothing heavy, so that the engine can read periods in
// queries with the same code.
package period

// Date is a day of the proleptic Gregorian calendar; the zero Date is unknown or
// open.
type Date struct{ Year, Month, Day int }

// IsZero reports whether the date is unknown or open.
func (d Date) IsZero() bool { return d.Year == 0 }

// String returns ISO 8601 (2024-02-24), "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b := [10]byte{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'}
	put := func(at, width, n int) {
		for k := at + width - 1; k >= at; k-- {
			b[k] = byte('0' + n%10)
			n /= 10
		}
	}
	put(0, 4, d.Year)
	put(5, 2, d.Month)
	put(8, 2, d.Day)
	return string(b[:])
}

// ParseDate reads the date at the beginning of an ISO 8601 text: 2024-02-24 with
// or without a time after it, 2024-02 or 2024 (their first day). The second
// result is false if there is none.
func ParseDate(s string) (Date, bool) {
	y, ok := digits(s, 0, 4)
	if !ok || y == 0 {
		return Date{}, false
	}
	d := Date{y, 1, 1}
	if len(s) >= 7 && s[4] == '-' {
		if m, ok := digits(s, 5, 2); ok && m >= 1 && m <= 12 {
			d.Month = m
			if len(s) >= 10 && s[7] == '-' {
				if day, ok := digits(s, 8, 2); ok && day >= 1 && day <= LastDay(y, m) {
					d.Day = day
				}
			}
		}
	}
	return d, true
}

func digits(s string, at, n int) (int, bool) {
	if len(s) < at+n {
		return 0, false
	}
	v := 0
	for _, c := range []byte(s[at : at+n]) {
		if c < '0' || c > '9' {
			return 0, false
		}
		v = v*10 + int(c-'0')
	}
	return v, true
}

// LastDay returns the number of days of a month.
func LastDay(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// Days returns the number of days from 0000-03-01, for differences and weekdays.
// The method is the usual one of counting March as the first month, so that the
// leap day comes last.
func (d Date) Days() int {
	y, m := d.Year, d.Month
	if m <= 2 {
		y--
		m += 12
	}
	return 365*y + floor(y, 4) - floor(y, 100) + floor(y, 400) + (153*(m-3)+2)/5 + d.Day - 1
}

func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// fromDays is the inverse of Days for years after 0.
func fromDays(n int) Date {
	y := n * 400 / 146097
	for (Date{y + 1, 3, 1}).Days() <= n {
		y++
	}
	for (Date{y, 3, 1}).Days() > n {
		y--
	}
	d := Date{y, 3, 1}
	rest := n - d.Days()
	for rest >= LastDay(d.Year, d.Month) {
		rest -= LastDay(d.Year, d.Month)
		d = d.AddMonths(1)
	}
	d.Day = 1 + rest
	return d
}

// Weekday returns 0 for Monday to 6 for Sunday.
func (d Date) Weekday() int { return (d.Days() + 2) % 7 }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return fromDays(d.Days() + n) }

// AddMonths returns the date n months later; a day past the month's end becomes
// its last.
func (d Date) AddMonths(n int) Date {
	m := d.Year*12 + d.Month - 1 + n
	e := Date{m / 12, m%12 + 1, d.Day}
	if last := LastDay(e.Year, e.Month); e.Day > last {
		e.Day = last
	}
	return e
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}
