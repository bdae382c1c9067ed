// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/version_board.h"

#include "ui/models/day_text.h"
#include "ui/models/words.h"
#include "ui/pages/conflicts/conflict_words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/theme/paint.h"

#include <QGridLayout>
#include <QPainter>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelColumn = 0;
constexpr int baseColumn = 1;
constexpr int labelWidth = 112;
constexpr int markSize = 16;
constexpr int baseStretch = 3;
constexpr int versionStretch = 4;
constexpr std::size_t actsShown = 6;

/// A value; one that says something else than before lies on a coloured ground.
class ValueCell final : public QLabel {
public:
    ValueCell(const QString& text, Tone ground) : QLabel(text), m_ground(ground)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse);
        setContentsMargins(space::small, space::tight, space::small, space::tight);
        setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setType(this, Type::Body, ground != Tone::Text);
        setTone(this, ground == Tone::Text ? Tone::Muted : Tone::Text);
    }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (m_ground != Tone::Text) {
            QPainter painter(this);
            painter.setRenderHint(QPainter::Antialiasing);
            paint::panel(painter, QRectF(rect()), tokens().soft(m_ground), tokens().flat ? tokens().control : tokens().soft(m_ground), radius::control);
        }
        QLabel::paintEvent(event);
    }

private:
    Tone m_ground;
};

class Line final : public QWidget {
public:
    Line() { setFixedHeight(2 * space::small); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(QRect(0, height() / 2, width(), 1), tokens().line);
    }
};

QLabel* plain(const QString& text, Type type = Type::Body, bool strong = false, Tone tone = Tone::Text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setType(label, type, strong);
    setTone(label, tone);
    return label;
}

/// As far to the right as the values below it begin.
QWidget* inset(QWidget* widget)
{
    widget->setContentsMargins(space::small, 0, space::small, 0);
    return widget;
}

} // namespace

VersionBoard::VersionBoard(const CentreDefinition& centre, QWidget* parent) : QWidget(parent), m_centre(centre), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
}

void VersionBoard::show(const ConflictReply& reply)
{
    delete m_content;
    m_content = new QWidget;
    m_column->insertWidget(0, m_content);
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    setColumns(m_grid);
    m_grid->setVerticalSpacing(space::tight);
    m_row = 0;
    addHeads(reply);
    addAuthors(reply);
    addActs(reply);
    addFields(reply);
    m_grid->setRowStretch(m_row, 1);
}

void VersionBoard::setColumns(QGridLayout* grid)
{
    grid->setHorizontalSpacing(space::medium);
    grid->setColumnMinimumWidth(labelColumn, scaled(labelWidth));
    grid->setColumnStretch(baseColumn, baseStretch);
    grid->setColumnStretch(firstVersion, versionStretch);
    grid->setColumnStretch(firstVersion + 1, versionStretch);
}

void VersionBoard::addLabel(const QString& text)
{
    QLabel* label = plain(text, Type::Body, false, Tone::Muted);
    label->setMaximumWidth(scaled(labelWidth));
    label->setContentsMargins(0, space::tight, 0, space::tight);
    m_grid->addWidget(label, m_row, labelColumn, Qt::AlignTop);
}

void VersionBoard::addHeads(const ConflictReply& reply)
{
    m_grid->addWidget(inset(plain(tr("Before"), Type::Lead, true, Tone::Muted)), m_row, baseColumn, Qt::AlignTop);
    m_grid->addWidget(inset(plain(tr("as both knew it"), Type::Caption, false, Tone::Muted)), m_row + 1, baseColumn, Qt::AlignTop);
    for (std::size_t side = 0; side < reply.versions.size(); ++side) {
        auto* head = new QWidget;
        auto* lines = new QVBoxLayout(head); // not beside each other: at large type two versions with their badges are wider than the page
        lines->setContentsMargins(space::small, 0, space::small, 0);
        lines->setSpacing(space::tight);
        lines->addWidget(plain(conflictwords::version(side), Type::Lead, true));
        if (reply.conflict.counts == side + 1) {
            auto* badge = reply.conflict.isOpen ? new Badge(Icons::Clock, tr("Counts for now"), Tone::Info) : new Badge(Icons::Check, tr("Stands"), Tone::Success);
            lines->addWidget(badge, 0, Qt::AlignLeft);
        }
        lines->addStretch(1);
        m_grid->addWidget(head, m_row, firstVersion + int(side), Qt::AlignTop);
    }
    ++m_row;
}

void VersionBoard::addAuthors(const ConflictReply& reply)
{
    using Fact = std::function<QString(const ConflictAct&)>;
    const int offset = m_centre.offsetMinutes;
    const std::vector<std::pair<QString, Fact>> facts{
        {tr("Who"), [](const ConflictAct& act) { return act.actorName.isEmpty() ? tr("the program") : act.actorName; }},
        {tr("Where"), [this](const ConflictAct& act) { return conflictwords::where(act, m_centre); }},
        {tr("When"), [offset](const ConflictAct& act) { return momentText(act.at, offset); }},
    };
    for (const auto& [label, fact] : facts) {
        addLabel(label);
        for (std::size_t side = 0; side < reply.conflict.rivals.size(); ++side) {
            QLabel* text = plain(fact(reply.conflict.rivals[side]), Type::Body, &fact == &facts.front().second);
            text->setContentsMargins(space::small, space::tight, space::small, space::tight);
            text->setAccessibleName(u"%1, %2: %3"_s.arg(conflictwords::version(side), label, text->text()));
            m_grid->addWidget(text, m_row, firstVersion + int(side));
        }
        ++m_row;
    }
}

void VersionBoard::addActs(const ConflictReply& reply)
{
    addLabel(tr("What was done"));
    for (std::size_t side = 0; side < reply.versions.size(); ++side) {
        const std::vector<ConflictAct>& acts = reply.versions[side].acts;
        QStringList lines;
        for (std::size_t at = 0; at < std::min(acts.size(), actsShown); ++at)
            lines.append(tr("%1  %2", "time, act").arg(timeText(acts[at].at, m_centre.offsetMinutes), words::ofEvent(acts[at].type)));
        if (acts.size() > actsShown)
            lines.append(tr("and %n more", nullptr, int(acts.size() - actsShown)));
        QLabel* text = plain(lines.join(u'\n'));
        text->setContentsMargins(space::small, space::tight, space::small, space::tight);
        m_grid->addWidget(text, m_row, firstVersion + int(side), Qt::AlignTop);
    }
    ++m_row;
}

void VersionBoard::addSeparator(const QString& heading)
{
    m_grid->addWidget(new Line, m_row++, labelColumn, 1, firstVersion + 2);
    m_grid->addWidget(plain(heading, Type::Body, true), m_row++, labelColumn, 1, firstVersion + 2);
}

void VersionBoard::addFields(const ConflictReply& reply)
{
    addSeparator(tr("What the record then says"));
    for (const QString& key : reply.changed)
        addField(reply, key);
    if (!reply.changed.empty())
        return addLegend(reply);
    m_grid->addWidget(plain(tr("Nothing that can be shown differs: both wrote the same, or a secret that nobody may read."), Type::Body, false, Tone::Muted), m_row++,
                      labelColumn, 1, firstVersion + 2);
}

/// What the marks mean, for those that are there.
void VersionBoard::addLegend(const ConflictReply& reply)
{
    auto* legend = new QWidget;
    auto* line = new QHBoxLayout(legend);
    line->setContentsMargins(0, space::medium, 0, 0);
    line->setSpacing(space::small);
    if (!reply.disputed.empty())
        line->addWidget(new Badge(Icons::Scales, tr("The versions differ"), Tone::Warning));
    if (reply.changed.size() > reply.disputed.size())
        line->addWidget(new Badge(Icons::Edit, tr("Changed in one version alone"), Tone::Info));
    line->addStretch(1);
    m_grid->addWidget(legend, m_row++, labelColumn, 1, firstVersion + 2);
}

void VersionBoard::addField(const ConflictReply& reply, const QString& key)
{
    const bool isDisputed = std::find(reply.disputed.begin(), reply.disputed.end(), key) != reply.disputed.end();
    const QString label = conflictwords::field(key);
    const QJsonValue before = reply.base.value(key);
    const auto shown = [&](const QJsonValue& value) {
        const QString text = conflictwords::value(key, value, m_centre);
        return text.isEmpty() ? tr("–", "no value") : text;
    };
    addLabel(label);
    if (isDisputed) {
        auto* mark = new IconLabel(Icons::Scales, markSize, Tone::Warning);
        mark->setAccessibleName(tr("The versions differ: %1").arg(label));
        mark->setToolTip(tr("The versions differ"));
        m_grid->addWidget(mark, m_row, labelColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    auto* base = new ValueCell(shown(before), Tone::Text);
    base->setAccessibleName(tr("Before, %1: %2").arg(label, base->text()));
    m_grid->addWidget(base, m_row, baseColumn);
    for (std::size_t side = 0; side < reply.versions.size(); ++side) {
        const QJsonValue value = reply.versions[side].values.value(key);
        const bool isChanged = value != before;
        auto* cell = new ValueCell(shown(value), !isChanged ? Tone::Text : isDisputed ? Tone::Warning : Tone::Info);
        const QString mark = !isChanged ? tr("unchanged") : isDisputed ? tr("the versions differ here") : tr("changed in this version alone");
        cell->setAccessibleName(tr("%1, %2: %3 (%4)", "version, field, value, mark").arg(conflictwords::version(side), label, cell->text(), mark));
        cell->setToolTip(mark);
        m_grid->addWidget(cell, m_row, firstVersion + int(side));
    }
    ++m_row;
}

} // namespace onedoor

#include "moc_version_board.cpp"
