// SPDX-License-Identifier: GPL-3.0-or-later
// The one field the desk starts from: type anything, see who matches below, choose with Up, Down and Enter. The list lives inside
// the window and never takes focus, so it cannot steal a key stroke; Enter during composition only commits text. The model is the
// caller's and is filled by it in answer to queryChanged(). Owned by its parent; UI thread.
#pragma once

#include "ui/widgets/text_field.h"

#include <QModelIndex>
#include <QPointer>
#include <QTimer>

class QAbstractItemModel;

namespace onedoor {

class LookupPopup;

class LookupField : public QWidget {
    Q_OBJECT
public:
    explicit LookupField(QWidget* parent = nullptr);
    ~LookupField() override;

    void setModel(QAbstractItemModel* model);
    /// Model roles of the second line and of the right-hand note; -1 shows none. The first line is Qt::DisplayRole.
    void setRoles(int detailRole, int noteRole);
    void setPlaceholderText(const QString& text);
    /// Said in the list when nothing matches, e.g. "No match. Press Enter to register a new visitor."
    void setEmptyText(const QString& text);
    /// While true, "searching" is said instead of the empty text. Going back to false says that the answer is complete, also when
    /// it left the model as it was.
    void setBusy(bool busy);
    /// A field that chooses from a fixed list: Down, or the chevron, opens the list also when nothing has been typed.
    void setBrowsable();
    TextField* edit() const { return m_edit; }
    QString text() const { return m_edit->text(); }
    void setText(const QString& text);
    /// Empties the field undoably and closes the list.
    void clear();
    bool isListOpen() const;
    QModelIndex highlighted() const;

Q_SIGNALS:
    /// A pause in typing; trimmed. Empty when the field was emptied.
    void queryChanged(const QString& query);
    void chosen(const QModelIndex& index);
    /// The list of a browsable field is about to open: fill the model with everything.
    void browsed();
    /// Enter with nothing highlighted.
    void submitted(const QString& text);
    /// Esc in an empty field: the page may go back one level.
    void escaped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool handleKey(int key);
    void browse();
    void move(int step);
    void choose(const QModelIndex& index);
    void onEdited();
    void onResults();
    void updatePopup();
    void listen();
    void place();

    TextField* m_edit;
    QAction* m_clear = nullptr;
    QPointer<LookupPopup> m_popup;
    QPointer<QAbstractItemModel> m_model;
    QTimer m_pause;
    QString m_emptyText;
    bool m_browsable = false;
    bool m_busy = false;
    bool m_dismissed = true;
    bool m_answered = false; // results for the present text have arrived
};

} // namespace onedoor
