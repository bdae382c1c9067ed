// SPDX-License-Identifier: GPL-3.0-or-later
// The window that the kiosk lives in: full screen, without a frame, not to be closed, minimised or covered by a stranger's hand. On the
// second screen when it was opened beside a desk, else on the only one. Remembers that it was open, so that it comes back by itself after a restart of
// the program; left with the secret of staff it stays away. Owned by the desk; what it refers to outlives it; UI thread.
#pragma once

#include "ui/shell/shell_parts.h"

#include <QPointer>
#include <QWidget>
#include <optional>

namespace onedoor {

class KioskDisplay;
struct CentreDefinition;

/// The same account with the rights of a kiosk and no others; nothing when the centre has no such role, or the account may not use it.
std::optional<Session> kioskSession(const Session& session, const CentreDefinition& centre);
/// A kiosk is all that this account may use.
bool isKioskAccount(const Session& session, const CentreDefinition& centre);

class KioskWindow final : public QWidget {
    Q_OBJECT
public:
    /// `store` holds the session of a kiosk; the window keeps the store open.
    KioskWindow(const ShellParts& parts, const StoreEntry& store, const QString& label);
    ~KioskWindow() override;
    KioskDisplay* display() const { return m_display; }
    void fillScreen();

Q_SIGNALS:
    void left();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    StoreEntry m_store;
    KioskDisplay* m_display;
    bool m_leaving = false;
};

class KioskKeeper final : public QObject {
    Q_OBJECT
public:
    explicit KioskKeeper(const ShellParts& parts, QObject* parent = nullptr);
    ~KioskKeeper() override;

    bool wasOpen() const;
    /// False when the session may not run a kiosk.
    bool open(const StoreEntry& store);
    KioskWindow* window() const { return m_window; }

Q_SIGNALS:
    /// Staff has left the kiosk; the window is gone.
    void left();

private:
    ShellParts m_parts;
    QPointer<KioskWindow> m_window;
};

} // namespace onedoor
