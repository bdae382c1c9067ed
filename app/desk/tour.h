// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page: each language, size and look, one after the other while the program runs, then the program ends. For judging
// the looks without a mouse and for manuals. Owned by the Program; UI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QSize>
#include <QString>
#include <QTimer>
#include <functional>

namespace onedoor {

class Desk;
class Language;
class Theme;
class WelcomePage;
enum class Look;

class Tour final : public QObject {
    Q_OBJECT
public:
    Tour(const QString& folder, Desk& desk, Theme& theme, Language& language);
    ~Tour() override;
    void start();

private:
    struct Surroundings {
        QString language;
        Look look;
        QSize size;
    };
    struct Stop {
        QString name;
        std::function<QWidget*()> show; ///< what to take a picture of; nullptr when there is nothing
    };
    void plan();
    void addSurroundings(const Surroundings& surroundings);
    void addPages(const Surroundings& surroundings);
    void addAppointments(const Surroundings& surroundings);
    void addPersonalData(const Surroundings& surroundings);
    void addGates(const Surroundings& surroundings);
    void addStop(const Surroundings& surroundings, const QString& name, std::function<QWidget*()> show);
    void next();
    void take();
    QWidget* window(const QSize& size);

    QString m_folder;
    Desk& m_desk;
    Theme& m_theme;
    Language& m_language;
    QList<Stop> m_stops;
    QPointer<QWidget> m_shown;
    QString m_name;
    QTimer m_timer;
    bool m_failed = false;
};

} // namespace onedoor
