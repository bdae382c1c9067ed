// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled input with its hint and its error beside it, and the summary that collects a form's errors and takes focus. Nothing
// here validates while the person types: the page says setError() after it was told to save. Editors become children; UI thread.
#pragma once

#include <QFrame>
#include <QList>
#include <QPointer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace onedoor {

class IconLabel;

class FormField : public QWidget {
    Q_OBJECT
public:
    enum class LabelPosition { Above, Left };

    FormField(const QString& label, QWidget* editor, QWidget* parent = nullptr, LabelPosition position = LabelPosition::Above);
    QWidget* editor() const { return m_editor; }
    /// The label as given, without its access key.
    QString label() const;
    /// The same input asks for something else now.
    void setLabel(const QString& label);
    void setRequired(bool required);
    bool isRequired() const { return m_required; }
    void setHint(const QString& hint);
    /// Empty clears it. What was typed is never touched.
    void setError(const QString& error);
    QString error() const { return m_error; }
    void setLabelWidth(int pixels);

private:
    void describe();
    void nameEditor(const QString& before);

    QWidget* m_editor;
    QWidget* m_input; ///< what takes the keys: the editor, or the part of it that it hands its focus to
    QLabel* m_label;
    QLabel* m_mark;
    QLabel* m_hint;
    IconLabel* m_errorIcon;
    QLabel* m_errorText;
    QString m_name;
    QString m_error;
    bool m_required = false;
};

struct FormError {
    QString text;
    QPointer<QWidget> field; ///< where a click on the text goes; none: it is not about an entry
};

class ErrorSummary : public QFrame {
    Q_OBJECT
public:
    explicit ErrorSummary(QWidget* parent = nullptr);
    /// Shows itself and takes focus when there are errors, hides itself when there are none.
    void setErrors(const QList<FormError>& errors);
    /// The same from the fields that carry an error; true when there was one.
    bool setErrorsOf(const QList<FormField*>& fields);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_title;
    QVBoxLayout* m_list;
    QPointer<QWidget> m_first;
};

} // namespace onedoor
