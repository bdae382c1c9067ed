// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/cpp_scanner.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace onedoor::structure {

namespace {

bool isHan(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate() && at + 1 < text.size())
        return QChar::script(QChar::surrogateToUcs4(c, text[at + 1])) == QChar::Script_Han;
    return c.script() == QChar::Script_Han;
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

class Scanner {
public:
    explicit Scanner(QStringView text) : m_text(text) {}

    QList<qsizetype> run()
    {
        while (m_at < m_text.size())
            step();
        return m_found;
    }

private:
    void step()
    {
        const QStringView rest = m_text.sliced(m_at);
        if (rest.startsWith(u"//"))
            take(ending(u"\n"_s, m_at), true);
        else if (rest.startsWith(u"/*"))
            take(ending(u"*/"_s, m_at + 2), true);
        else if (rest.startsWith(u"R\""))
            takeRawLiteral();
        else if (rest.startsWith(u'"') || (rest.startsWith(u'\'') && !followsDigit()))
            take(endOfLiteral(), !m_calls.isEmpty() && m_calls.last());
        else
            takeCode();
    }

    void takeRawLiteral()
    {
        const qsizetype open = m_text.indexOf(u'(', m_at);
        const QString close = u")%1\""_s.arg(m_text.sliced(m_at + 2, qMax<qsizetype>(0, open - m_at - 2)));
        take(ending(close, open), !m_calls.isEmpty() && m_calls.last());
    }

    void takeCode()
    {
        const QChar c = m_text[m_at];
        if (isWord(c)) {
            qsizetype end = m_at;
            // A prefix such as u or LR belongs to the literal behind it.
            while (end < m_text.size() && isWord(m_text[end]) && !m_text.sliced(end).startsWith(u"R\""))
                ++end;
            end = qMax(end, m_at + 1);
            m_word = m_text.sliced(m_at, end - m_at);
            take(end, false);
            return;
        }
        static const QSet<QStringView> translators = {u"tr", u"translate", u"QT_TR_NOOP", u"QT_TRANSLATE_NOOP",
                                                      u"QT_TRANSLATE_N_NOOP"};
        if (c == u'(')
            m_calls.append(translators.contains(m_word));
        else if (c == u')' && !m_calls.isEmpty())
            m_calls.removeLast();
        if (!c.isSpace())
            m_word = {};
        take(m_at + 1, false);
    }

    void take(qsizetype end, bool lawful)
    {
        for (; m_at < end; ++m_at) {
            if (m_text[m_at] == u'\n')
                m_lineReported = false;
            if (lawful || m_lineReported || !isHan(m_text, m_at))
                continue;
            m_found.append(m_at);
            m_lineReported = true;
        }
    }

    qsizetype ending(const QString& mark, qsizetype from) const
    {
        const qsizetype at = m_text.indexOf(mark, qMax<qsizetype>(0, from));
        return at < 0 ? m_text.size() : at + mark.size();
    }

    qsizetype endOfLiteral() const
    {
        qsizetype at = m_at + 1;
        while (at < m_text.size() && m_text[at] != m_text[m_at] && m_text[at] != u'\n')
            at += m_text[at] == u'\\' ? 2 : 1;
        return qMin(at + 1, m_text.size());
    }

    bool followsDigit() const { return m_at > 0 && m_text[m_at - 1].isDigit(); }

    QStringView m_text;
    QStringView m_word;  ///< the identifier just passed, empty after any other sign
    QList<bool> m_calls; ///< one per open bracket: does it belong to a translation call
    QList<qsizetype> m_found;
    qsizetype m_at = 0;
    bool m_lineReported = false;
};

} // namespace

QList<qsizetype> untranslatedHan(QStringView text)
{
    return Scanner(text).run();
}

} // namespace onedoor::structure
