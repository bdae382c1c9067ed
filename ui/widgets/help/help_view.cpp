// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/help/help_view.h"

#include <QEvent>
#include <QTextBlock>

namespace onedoor {

namespace {

constexpr qreal lineHeightPercent = 150; // Chinese paragraphs: at least one and a half

Type headingOver(Type type)
{
    return type == Type::Body ? Type::Lead : Type::Display;
}

} // namespace

HelpView::HelpView(QWidget* parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setAccessibleName(tr("Help text"));
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void HelpView::setHelp(const QString& markdown, Type type)
{
    m_markdown = markdown;
    m_type = type;
    render();
    moveCursor(QTextCursor::Start);
}

void HelpView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        render();
}

void HelpView::render()
{
    document()->setDefaultFont(typeFont(m_type));
    setMarkdown(m_markdown);
    setBlocks();
    setKeys();
}

void HelpView::setBlocks()
{
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor::KeepAnchor);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
        if (format.headingLevel() > 0) {
            format.setTopMargin(block.blockNumber() == 0 ? 0 : scaled(space::large));
            QTextCharFormat heading;
            heading.setFont(typeFont(headingOver(m_type), true), QTextCharFormat::FontPropertiesAll);
            cursor.setCharFormat(heading);
        } else {
            format.setTopMargin(scaled(space::tight));
            format.setBottomMargin(scaled(space::tight));
        }
        cursor.setBlockFormat(format);
    }
}

/// Keys look like the caps on the buttons, not like program text.
void HelpView::setKeys()
{
    QTextCharFormat cap;
    cap.setFont(typeFont(m_type, true), QTextCharFormat::FontPropertiesAll);
    cap.setBackground(tokens().sunken);
    cap.setForeground(tokens().text);
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QList<std::pair<int, int>> spans; // collected first: formatting changes the fragments
        for (auto at = block.begin(); !at.atEnd(); ++at)
            if (at.fragment().charFormat().fontFixedPitch())
                spans.append({at.fragment().position(), at.fragment().length()});
        for (const auto& [position, length] : spans) {
            cursor.setPosition(position);
            cursor.setPosition(position + length, QTextCursor::KeepAnchor);
            cursor.setCharFormat(cap);
        }
    }
}

} // namespace onedoor

#include "moc_help_view.cpp"
