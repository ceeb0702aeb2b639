package clean

// The tables below are phrases that pages put around articles, in lower case and
// without marks at either end. They are compared with whole lines.

// chromeAnywhere is never the text of an article.
var chromeAnywhere = phrases(`
back to the top
back to top
scroll to top
return to top
skip to content
skip to main content
skip to navigation
follow us
follow us on
search for
advertisement
advertisement - scroll to continue
story continues below advertisement
sponsored content
please leave this field empty
for immediate release
leave a comment
leave a reply
post a comment
comments are closed
read full article
read full story
continue reading
load more
show more
view comments
all rights reserved
print this page
print this article
email this article
sign up for our newsletter
subscribe to our newsletter
terms of use
terms of service
terms and conditions
privacy policy
cookie policy
contact us
about us
about china daily
advertise on site
expat employment
job offer
zum inhalt springen
nach oben
haut de page
返回顶部
关于我们
联系我们
`)

// chromeAtEdge is chrome outside the running text, where inside it could be a
// heading.
var chromeAtEdge = phrases(`
top
home
menu
search
news
press
author
published
updated
date
source
close
login
log in
sign in
sign up
register
subscribe
newsletter
newsletters
next
previous
prev
print
email
tags
tag
topics
categories
share
accessibility
sitemap
site map
faq
help
jobs
careers
contact
about
advertise
archive
archives
video
videos
photos
photo
gallery
watch
listen
live
sections
editions
mobile
app
rss
home page
homepage
start
startseite
accueil
inicio
首页
are you a human
`)

// relatedHeaders stand above links to other articles.
var relatedHeaders = phrases(`
in case you missed it
popular reads
popular
popular stories
popular now
related
related articles
related stories
related news
related links
related posts
related content
related topics
related coverage
related reading
read more
read next
read also
also read
see also
more from
more news
more stories
more on this story
more on this topic
more like this
more to read
most read
most popular
most viewed
most shared
most recent
you may also like
you might also like
you may like
you might be interested in
recommended
recommended for you
recommended reading
recommended stories
recommended articles
latest posts
latest news
latest stories
latest articles
latest
recent posts
recent news
recent articles
trending
trending now
trending stories
top stories
top news
editor's picks
editors' picks
editor’s picks
don't miss
don’t miss
what to read next
what's hot
hot topics
hot news
highlights
up next
next story
previous story
from our partners
around the web
sponsored links
also in news
elsewhere on the web
mehr zum thema
das könnte sie auch interessieren
lesen sie auch
lire aussi
à lire aussi
sur le même sujet
lea también
noticias relacionadas
相关阅读
相关新闻
相关链接
推荐阅读
热门新闻
`)

// languageNames are the entries of a language switch.
var languageNames = phrases(`
english
français
francais
deutsch
español
espanol
italiano
português
русский
العربية
中文
简体中文
繁體中文
日本語
한국어
tiếng việt
中文双语
`)

// editionNames are what edition and language bars are made of, including
// pieces that survive a wrong character encoding.
var editionNames = []string{
	"global edition", "international edition", "us edition", "uk edition", "asia edition", "edition", "asia", "中文", "双语", "雙語",
	"français", "fran?ais", "francais", "deutsch", "español", "english", "русский", "日本語", "한국어", "العربية", "português",
}
