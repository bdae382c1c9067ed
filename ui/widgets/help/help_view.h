// SPDX-License-Identifier: GPL-3.0-or-later
// Shows one help text: read like a page of a book, scrolled by the arrow keys, selectable, in the colours of the look that is on. Owned by
// its parent; UI thread.
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QTextBrowser>

namespace onedoor {

class HelpView final : public QTextBrowser {
    Q_OBJECT
public:
    explicit HelpView(QWidget* parent = nullptr);
    /// Markdown as helpText() gives it; `type` is the size of the running text.
    void setHelp(const QString& markdown, Type type);

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();
    void setBlocks();
    void setKeys();

    QString m_markdown;
    Type m_type = Type::Body;
};

} // namespace onedoor
