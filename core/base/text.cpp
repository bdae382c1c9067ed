// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QChar>
#include <algorithm>
#include <array>
#include <optional>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestMarkRun = 30; // UAX #15, stream-safe text: longer runs make normalisation quadratic

enum class Class { Keep, Blank, LineBreak, Drop, Nul, Control, Directional, Invisible };

bool isDirectional(char32_t character)
{
    return character == 0x061C || character == 0x200E || character == 0x200F || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
}

/// Carries no meaning and comes with text copied from web pages and word processors.
bool isDebris(char32_t character)
{
    return character == 0x00AD || character == 0x200B || character == 0x2060 || character == 0xFEFF;
}

bool isJoiner(char32_t character)
{
    return character == 0x200C || character == 0x200D; // Uyghur spelling and joined emoji need them
}

bool isLineBreak(char32_t character)
{
    // U+000B is what word processors put for a soft break, U+0085 what mainframes put.
    return (character >= 0x0A && character <= 0x0D) || character == 0x85 || character == 0x2028 || character == 0x2029;
}

Class classOf(char32_t character)
{
    if (character == 0)
        return Class::Nul;
    if (isLineBreak(character))
        return Class::LineBreak;
    if (QChar::isSpace(character))
        return Class::Blank;
    if (isDirectional(character))
        return Class::Directional;
    if (isDebris(character))
        return Class::Drop;
    if (QChar::isNonCharacter(character))
        return Class::Control;
    switch (QChar::category(character)) {
    case QChar::Other_Control: return Class::Control;
    case QChar::Other_Format: return isJoiner(character) ? Class::Keep : Class::Invisible;
    default: return Class::Keep;
    }
}

bool isMark(char32_t character)
{
    const auto category = QChar::category(character);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// The code point at `at`, which moves behind it; nothing for an unpaired surrogate.
std::optional<char32_t> takeCharacter(QStringView text, qsizetype& at)
{
    const QChar first = text[at++];
    if (!first.isSurrogate())
        return first.unicode();
    if (first.isLowSurrogate() || at == text.size() || !text[at].isLowSurrogate())
        return std::nullopt;
    return QChar::surrogateToUcs4(first, text[at++]);
}

QString notation(char32_t character)
{
    return u"U+"_s + QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
}

void append(QString& text, char32_t character)
{
    for (const char16_t unit : QChar::fromUcs4(character))
        text.append(QChar(unit));
}

/// One pass over a text of bounded length that keeps what is good and names the first thing that is not.
class Cleaner {
public:
    Cleaner(const QString& field, const TextRule& rule, qsizetype skipped) : m_field(field), m_rule(rule), m_position(skipped) {}

    Result<QString> run(QStringView text)
    {
        m_kept.reserve(text.size());
        for (qsizetype at = 0; at < text.size();) {
            const auto character = takeCharacter(text, at);
            ++m_position;
            if (!character)
                return fail(ErrorKind::Invalid, u"text.brokenSurrogate"_s, m_field, {{u"position"_s, m_position}});
            ONEDOOR_TRY(take(*character));
        }
        while (m_kept.endsWith(u'\n')) // debris at the end may have hidden a break from the first trim
            m_kept.chop(1);
        return m_kept;
    }

private:
    Result<void> take(char32_t character)
    {
        switch (classOf(character)) {
        case Class::Keep: return keep(character);
        case Class::Blank:
            m_blank = true;
            m_marks = 0;
            return {};
        case Class::LineBreak: return breakLine(character);
        case Class::Drop: return {};
        case Class::Nul: return fail(ErrorKind::Invalid, u"text.nul"_s, m_field, {{u"position"_s, m_position}});
        case Class::Control: return refuse(u"text.controlCharacter"_s, character);
        case Class::Directional: return refuse(u"text.bidirectionalControl"_s, character);
        case Class::Invisible: return refuse(u"text.invisibleCharacter"_s, character);
        }
        return {};
    }

    Result<void> keep(char32_t character)
    {
        if (m_forbiddenBreak != 0)
            return fail(ErrorKind::Invalid, u"text.lineBreak"_s, m_field, {{u"position"_s, m_forbiddenBreak}});
        m_marks = isMark(character) ? m_marks + 1 : 0;
        if (m_marks > longestMarkRun)
            return refuse(u"text.tooManyMarks"_s, character);
        if (m_blank && !m_kept.isEmpty() && !m_kept.endsWith(u'\n'))
            m_kept.append(u' ');
        m_blank = m_afterReturn = false;
        append(m_kept, m_rule.foldWidth ? foldLetterOrDigit(character) : character);
        return {};
    }

    Result<void> breakLine(char32_t character)
    {
        const bool secondHalf = character == u'\n' && m_afterReturn;
        m_afterReturn = character == u'\r';
        if (secondHalf)
            return {};
        if (m_kept.isEmpty())
            return {};
        if (!m_rule.allowLineBreaks) {
            m_forbiddenBreak = m_forbiddenBreak != 0 ? m_forbiddenBreak : m_position; // harmless unless something follows
            return {};
        }
        m_blank = false;
        m_marks = 0;
        m_kept.append(u'\n');
        return {};
    }

    static char32_t foldLetterOrDigit(char32_t character)
    {
        if (character < 0xFF01 || character > 0xFF5E)
            return character;
        const char16_t half = halfWidth(char16_t(character));
        const bool plain = (half >= u'0' && half <= u'9') || (half >= u'A' && half <= u'Z') || (half >= u'a' && half <= u'z');
        return plain ? half : character;
    }

    Unexpected refuse(const QString& code, char32_t character) const
    {
        return fail(ErrorKind::Invalid, code, m_field, {{u"position"_s, m_position}, {u"character"_s, notation(character)}});
    }

    const QString& m_field;
    const TextRule& m_rule;
    QString m_kept;
    qsizetype m_position; ///< of the character in hand, from 1
    int m_marks = 0;      ///< combining marks in a row
    bool m_blank = false; ///< blanks were seen that only count when something follows
    bool m_afterReturn = false;
    qsizetype m_forbiddenBreak = 0; ///< where a break stands in a field of one line
};

Unexpected tooLong(const QString& field, const TextRule& rule, QStringView text)
{
    return fail(ErrorKind::Invalid, u"text.tooLong"_s, field,
                {{u"limit"_s, rule.maximumCharacters}, {u"length"_s, characterCount(text)}});
}

/// Drops marks beyond the stream-safe run, so that normalising a raw query stays linear.
QString boundMarks(const QString& text)
{
    QString bounded;
    bounded.reserve(text.size());
    int marks = 0;
    for (qsizetype at = 0; at < text.size();) {
        const auto character = takeCharacter(text, at);
        if (!character)
            continue;
        marks = isMark(*character) ? marks + 1 : 0;
        if (marks <= longestMarkRun)
            append(bounded, *character);
    }
    return bounded;
}

bool isAsciiDigit(QStringView text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at] >= u'0' && text[at] <= u'9';
}

/// Phone and document numbers mostly are, and names in Han characters: nothing of them is folded but capitals.
bool isPlain(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar each) {
        const bool isUnifiedHan = each.unicode() >= 0x4E00 && each.unicode() <= 0x9FFF; // no compatibility form among them
        return isUnifiedHan || (each.unicode() < 0x80 && each.isLetterOrNumber());
    });
}

} // namespace

Result<QString> cleanText(const QString& input, const QString& field, const TextRule& rule)
{
    const QStringView text = QStringView(input).trimmed();
    // Decomposed letters and runs of blanks shrink when cleaned; four units a character leave room for them and bound the work.
    const qsizetype most = qsizetype(rule.maximumCharacters) * 4 + 64;
    if (text.size() > most)
        return tooLong(field, rule, text);
    const qsizetype skipped = text.isEmpty() ? 0 : text.data() - QStringView(input).data();
    ONEDOOR_ASSIGN(const QString kept, Cleaner(field, rule, skipped).run(text));
    if (kept.isEmpty() && rule.required)
        return fail(ErrorKind::Invalid, u"text.required"_s, field);
    QString clean = kept.normalized(QString::NormalizationForm_C);
    if (characterCount(clean) > rule.maximumCharacters)
        return tooLong(field, rule, clean);
    if (boundMarks(clean).size() != clean.size()) // a few marks come apart in NFC and lengthen their run
        return fail(ErrorKind::Invalid, u"text.tooManyMarks"_s, field);
    return clean;
}

QString foldForSearch(const QString& text)
{
    if (isPlain(text))
        return text.toLower();
    const QString wide = boundMarks(text).normalized(QString::NormalizationForm_KC).toCaseFolded();
    QString folded;
    folded.reserve(wide.size());
    for (qsizetype at = 0; at < wide.size();) {
        const qsizetype start = at;
        const auto character = takeCharacter(wide, at);
        if (!character || QChar::isSpace(*character) || isHyphen(*character))
            continue;
        const auto category = QChar::category(*character);
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            continue;
        const bool dot = isNameDot(*character) || *character == u'.';
        if (dot && !(isAsciiDigit(wide, start - 1) && isAsciiDigit(wide, at)))
            continue;
        append(folded, *character);
    }
    return folded;
}

char16_t halfWidth(char16_t unit)
{
    if (unit >= 0xFF01 && unit <= 0xFF5E)
        return char16_t(unit - 0xFEE0);
    return unit == 0x3000 ? u' ' : unit;
}

bool isHyphen(char32_t character)
{
    return character == 0x2212 || QChar::category(character) == QChar::Punctuation_Dash;
}

bool isNameDot(char32_t character)
{
    static constexpr std::array<char32_t, 11> dots{0x00B7, 0x0387, 0x16EB, 0x2022, 0x2027, 0x2219,
                                                   0x22C5, 0x2E31, 0x30FB, 0xA78F, 0xFF65};
    return std::find(dots.begin(), dots.end(), character) != dots.end();
}

qsizetype characterCount(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size(); ++count)
        takeCharacter(text, at);
    return count;
}

} // namespace onedoor
