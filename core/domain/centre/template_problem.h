// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a template file, as values: file, line, field path, stable code and facts. No sentence for people is made
// here; core/services/error_text.h turns a code and its facts into one. A file is always read to its end where that is
// possible, so that one look shows every problem. Plain values, any thread.
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QVariantMap>
#include <tl/expected.hpp>

namespace onedoor {

/// Codes and their facts:
///   template.tooLarge{bytes,maximum} template.syntax{near} template.tooDeep{maximum} template.duplicateKey{key,firstLine}
///   template.unknownKey{key,suggestion,known} template.missing template.wrongType{expected,found}
///   template.formatUnsupported{found,supported} template.outOfRange{value,minimum,maximum}
///   template.tooFew{count,minimum} template.tooMany{count,maximum} template.textEmpty template.textTooLong{length,maximum}
///   template.forbiddenCharacter{codePoint,position}
///   template.malformed{pattern,value} (patterns: key, chinese, english, divisionCode, prefix, file, permission, timeOfDay, date)
///   template.unknownWord{value,suggestion,known} template.unknownReference{kind,value,suggestion,known}
///   template.notUnique{value,firstField,firstLine} template.prefixAmbiguous{prefix,other,firstField,firstLine}
///   template.rangeReversed{first,last} template.blockTooLarge{blockSize,numbers} template.digitsTooFew{digits,lastNumber}
///   template.spanReversed{begin,end} template.spansOverlap{begin,previousEnd} template.serviceWithoutPlace{service}
///   template.ordinaryPriority{count} template.placeholderMissing{placeholder} template.moreProblems{count}
struct TemplateProblem {
    QString file;
    int line = 0;  ///< 1 is the first; 0 when no line is at fault
    QString field; ///< "places[3].zone"; empty for the file as a whole
    QString code;
    QVariantMap facts;

    /// "dongxihu.json:142 places[3].zone", the same in every language.
    QString where() const;
    friend bool operator==(const TemplateProblem&, const TemplateProblem&) = default;
};

using TemplateProblems = QList<TemplateProblem>;

template <typename T>
using TemplateResult = tl::expected<T, TemplateProblems>;

/// Collects the problems of one file, up to a limit past which they are only counted.
class ProblemSink {
public:
    explicit ProblemSink(QString file) : m_file(std::move(file)) {}
    void report(int line, const QString& field, const QString& code, const QVariantMap& facts = {});
    bool isEmpty() const { return m_problems.isEmpty(); }
    bool hasProblemAt(const QString& field) const { return m_fields.contains(field); }
    /// All problems by line; a last one counts those beyond the limit.
    TemplateProblems take();

private:
    QString m_file;
    TemplateProblems m_problems;
    QSet<QString> m_fields;
    int m_beyondLimit = 0;
};

} // namespace onedoor
