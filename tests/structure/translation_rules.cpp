// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/translation_rules.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace onedoor::structure {

namespace {

/// Text of the current element; <byte value="x9"/> stands for a control character that XML cannot carry.
QString textOf(QXmlStreamReader& xml)
{
    QString text;
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::EndElement) {
        if (xml.isCharacters())
            text += xml.text();
        if (xml.isStartElement()) {
            text += QChar(xml.attributes().value(u"value"_s).mid(1).toUShort(nullptr, 16));
            xml.skipCurrentElement();
        }
    }
    return text;
}

void readTranslation(QXmlStreamReader& xml, Message& message)
{
    message.state = xml.attributes().value(u"type"_s).toString();
    if (!message.plural) {
        message.translations.append(textOf(xml));
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(textOf(xml));
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().value(u"numerus"_s) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            message.source = textOf(xml);
        else if (xml.name() == u"comment")
            message.comment = textOf(xml);
        else if (xml.name() == u"translation")
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

/// "%1", "%L2" and "%n" of a text, sorted, each once: a translation may repeat or reorder them.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(uR"re(%L?(?:\d{1,2}|n))re"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured().remove(u'L'));
    found.removeDuplicates();
    found.sort();
    return found;
}

bool placeholdersMatch(const Message& message, const QString& translation)
{
    QStringList wanted = placeholders(message.source);
    QStringList given = placeholders(translation);
    if (message.plural) { // "one visit" needs no number
        wanted.removeAll(u"%n"_s);
        given.removeAll(u"%n"_s);
    }
    return wanted == given;
}

QString messageFault(const Message& message, int forms)
{
    if (!message.state.isEmpty())
        return message.state;
    if (message.translations.size() != (message.plural ? forms : 1))
        return u"wrong number of plural forms"_s;
    for (const QString& translation : message.translations) {
        if (translation.trimmed().isEmpty())
            return u"empty"_s;
        if (!placeholdersMatch(message, translation))
            return u"placeholders differ in \"%1\""_s.arg(translation);
    }
    return {};
}

QString sentence(const QString& path, const Message& message, const QString& fault)
{
    return u"%1: %2 | %3: %4"_s.arg(path, message.context, message.source, fault);
}

int formsFor(const QString& path, const QHash<QString, int>& pluralForms)
{
    for (auto language = pluralForms.begin(); language != pluralForms.end(); ++language) {
        if (path.endsWith(u"_%1.ts"_s.arg(language.key())))
            return language.value();
    }
    return 0;
}

QHash<QString, Message> byIdentity(const SourceFile& file)
{
    QString fault;
    QHash<QString, Message> messages;
    for (const Message& message : readMessages(file, fault))
        messages.insert(message.identity(), message);
    return messages;
}

} // namespace

QString Message::identity() const
{
    return QStringList{context, source, comment, plural ? u"plural"_s : QString()}.join(QChar(0x1f));
}

QList<Message> readMessages(const SourceFile& file, QString& fault)
{
    QList<Message> messages;
    QString context;
    QXmlStreamReader xml(file.text);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"name")
            context = textOf(xml);
        else if (xml.isStartElement() && xml.name() == u"message")
            messages.append(readMessage(xml, context));
    }
    fault = xml.hasError() ? u"%1:%2: %3"_s.arg(file.path).arg(xml.lineNumber()).arg(xml.errorString()) : QString();
    return messages;
}

QStringList translationFaults(const SourceFiles& files, const QHash<QString, int>& pluralForms)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        if (file.suffix() != u"ts")
            continue;
        QString broken;
        const QList<Message> messages = readMessages(file, broken);
        if (!broken.isEmpty())
            faults.append(broken);
        const int forms = formsFor(file.path, pluralForms);
        if (forms == 0)
            faults.append(u"%1: a language that nobody announced"_s.arg(file.path));
        for (const Message& message : messages) {
            const QString fault = messageFault(message, forms);
            if (!fault.isEmpty())
                faults.append(sentence(file.path, message, fault));
        }
    }
    return faults;
}

QStringList driftFaults(const SourceFile& kept, const SourceFile& fresh)
{
    const QHash<QString, Message> keptMessages = byIdentity(kept);
    const QHash<QString, Message> freshMessages = byIdentity(fresh);
    QStringList faults;
    for (const Message& message : freshMessages) {
        if (!keptMessages.contains(message.identity()))
            faults.append(sentence(kept.path, message, u"missing, build the target update_translations"_s));
    }
    for (const Message& message : keptMessages) {
        if (!freshMessages.contains(message.identity()))
            faults.append(sentence(kept.path, message, u"no source says this any more"_s));
    }
    faults.sort();
    return faults;
}

} // namespace onedoor::structure
