// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/item_sheet.h"

#include "core/services/error_text.h"
#include "ui/models/centre_texts.h"
#include "ui/models/when_ready.h"
#include "ui/pages/centre/centre_form.h"
#include "ui/pages/centre/centre_item_model.h"
#include "ui/pages/centre/usage_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 520;

QLabel* plainText(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ItemSheet::ItemSheet(QWidget* page, Gateway& gateway, const Session& session, const CentreItemModel& model, const QString& key)
    : Sheet(page), m_gateway(gateway), m_session(session), m_model(model), m_section(model.section()), m_key(key),
      m_shown(key.isEmpty() && model.isList() ? QJsonObject() : model.item(key)), m_form(new CentreForm(m_section, m_shown, gateway.centre())),
      m_message(new Banner(Tone::Danger, {})), m_elsewhere(new Banner(Tone::Warning, {})), m_usage(plainText({})),
      m_save(new Button(Icons::Check, tr("Save"), Variant::Primary))
{
    setPanelWidth(scaled(sheetWidth));
    setTitle(m_shown.isEmpty() ? tr("New: %1").arg(centretexts::oneOf(m_section)) : centretexts::item(m_section, m_key, gateway.centre()));
    m_message->hide();
    m_elsewhere->hide();
    m_usage->hide();
    setTone(m_usage, Tone::Muted);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::medium);
    for (QWidget* each : {static_cast<QWidget*>(m_message), static_cast<QWidget*>(m_elsewhere), static_cast<QWidget*>(m_usage), static_cast<QWidget*>(m_form)})
        column->addWidget(each);
    setContent(content);
    auto* cancel = new Button(tr("&Cancel"));
    m_save->setObjectName(u"centreSave"_s);
    m_save->setShortcut(Qt::CTRL | Qt::Key_S);
    addButton(cancel);
    addButton(m_save);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            closeSheet();
    });
    connect(m_save, &QPushButton::clicked, this, &ItemSheet::save);
    connect(m_form, &CentreForm::submitted, this, &ItemSheet::save);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.centre)
            follow();
        if (changes.tickets || changes.places || changes.centre)
            readUsage();
    }, Qt::QueuedConnection);
}

void ItemSheet::start()
{
    readUsage();
    openSheet();
    m_form->focusFirst();
}

void ItemSheet::readUsage()
{
    if (m_key.isEmpty())
        return;
    whenReady(m_gateway.ask(m_session, CentreUsage{m_section, m_key}), this, [this](const Result<CentreUseReply>& usage) {
        const QStringList lines = usage ? usageLines(*usage, m_gateway.centre()) : QStringList();
        m_usage->setText(lines.join(u'\n'));
        m_usage->setVisible(!lines.isEmpty());
    });
}

/// Somebody else changed the item while it is open here.
void ItemSheet::follow()
{
    const bool isNew = m_shown.isEmpty();
    if (isNew || m_busy)
        return;
    const QJsonObject now = m_model.item(m_key);
    if (now == m_shown)
        return;
    if (now.isEmpty()) {
        m_elsewhere->setMessage(Tone::Warning, tr("Somebody has removed this entry meanwhile. Saving it adds it again."));
    } else {
        m_elsewhere->setMessage(Tone::Warning, tr("Somebody has changed this entry meanwhile. What you have not touched shows the new values."));
        m_form->takeOver(now);
        m_shown = now;
    }
    m_elsewhere->show();
}

void ItemSheet::save()
{
    if (m_busy || !m_form->check())
        return;
    const QJsonObject changes = m_form->changes();
    if (changes.isEmpty()) {
        closeSheet();
        return;
    }
    m_busy = true;
    m_save->setEnabled(false);
    setAutoClose(false);
    m_message->hide();
    CentreChange command{m_section, m_key, changes};
    if (!m_shown.isEmpty() && m_model.item(m_key).isEmpty()) { // it was removed meanwhile: all of it is new
        command.item = m_shown;
        for (auto member = changes.begin(); member != changes.end(); ++member)
            command.item.insert(member.key(), member.value());
    }
    whenReady(m_gateway.send(m_session, command), this, [this](const Result<CentreChangeReply>& reply) { onSaved(reply); });
}

void ItemSheet::onSaved(const Result<CentreChangeReply>& reply)
{
    m_busy = false;
    m_save->setEnabled(true);
    setAutoClose(true);
    if (reply) {
        Q_EMIT saved(reply->key, reply->stream, reply->sequence);
        closeSheet();
        return;
    }
    const QString sentence = errorText(reply.error(), m_gateway.centre());
    if (m_form->setError(reply.error(), sentence))
        return;
    m_message->setMessage(Tone::Danger, sentence);
    m_message->show();
}

RemovalSheet::RemovalSheet(QWidget* page, Gateway& gateway, const Session& session, const CentreRemove& removal, const QString& name,
                           const QStringList& usage)
    : Sheet(page, tr("Remove %1").arg(name)), m_gateway(gateway), m_session(session), m_removal(removal), m_message(new Banner(Tone::Danger, {})),
      m_remove(new Button(Icons::Trash, tr("&Remove"), Variant::Danger))
{
    setPanelWidth(scaled(sheetWidth));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::medium);
    m_message->hide();
    column->addWidget(m_message);
    column->addWidget(plainText(tr("This depends on it at the moment:")));
    for (const QString& line : usage)
        column->addWidget(plainText(tr("• %1", "one of several facts").arg(line)));
    column->addStretch(1);
    setContent(content);
    m_remove->setObjectName(u"centreRemove"_s);
    auto* keep = new Button(tr("&Keep it"));
    addButton(keep);
    addButton(m_remove);
    connect(keep, &QPushButton::clicked, this, &Sheet::closeSheet);
    connect(m_remove, &QPushButton::clicked, this, &RemovalSheet::carryOut);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
}

void RemovalSheet::carryOut()
{
    m_remove->setEnabled(false);
    whenReady(m_gateway.send(m_session, m_removal), this, [this](const Result<CentreChangeReply>& reply) {
        m_remove->setEnabled(true);
        if (reply) {
            Q_EMIT removed(reply->stream, reply->sequence);
            closeSheet();
            return;
        }
        m_message->setMessage(Tone::Danger, errorText(reply.error(), m_gateway.centre()));
        m_message->show();
    });
}

} // namespace onedoor

#include "moc_item_sheet.cpp"
