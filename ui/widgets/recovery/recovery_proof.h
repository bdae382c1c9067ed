// SPDX-License-Identifier: GPL-3.0-or-later
// Two groups of a recovery key, typed from the paper. Owned by its parent; UI thread.
#pragma once

#include <QStringList>
#include <QWidget>
#include <array>

namespace onedoor {

class FormField;
class TextField;

class RecoveryProof final : public QWidget {
    Q_OBJECT
public:
    explicit RecoveryProof(QWidget* parent = nullptr);
    /// Empty fields for these groups (numbers from 1), and the focus in the first.
    void ask(const std::array<int, 2>& groups);
    std::array<int, 2> asked() const { return m_asked; }
    /// Without blanks, in the order asked.
    QStringList typed() const;
    /// False, and the focus where something is missing.
    bool check();
    /// Marks the field of this group; 0, or one that was not asked for: both.
    void refuse(int group);

Q_SIGNALS:
    void submitted();

private:
    void make();

    std::array<int, 2> m_asked{1, 2};
    std::array<TextField*, 2> m_typed{};
    std::array<FormField*, 2> m_fields{};
    QWidget* m_form = nullptr; ///< labels name the groups, so that each question has a form of its own
};

} // namespace onedoor
