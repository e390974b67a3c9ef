// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/people.h"

#include "crypto/keystore.h"

#include <QDir>
#include <QSaveFile>

#include <algorithm>

namespace autochain::practice
{
namespace
{
using contracts::participants::Role;
// Everybody knows the passphrase: a costly derivation would only make the start slow.
constexpr KeystoreCost kCheap{1 << 10, 8, 1};

constexpr CastEntry kCast[] = {
    {"Alice Brandt", "buyer", "alice", Role::None, 412'850, "Toronto"},
    {"Bob Keller", "seller", "bob", Role::None, 24'300, "Hamilton"},
    {"Martin Sato", "appraiser", "martin", Role::None, 218'400, "Ottawa"},
    {"Ingrid Holm", "substitute", "ingrid", Role::None, 167'900, "Kingston"},
    {"North Ridge Motors", "dealer", "north-ridge", Role::Dealer, 3'480'000, "Barrie"},
    {"AutoChain Foundation", "foundation", "foundation", Role::None, 0, "Toronto"},
    {"Ontario Safety Inspections", "inspector", "ontario-safety", Role::Inspector, 15'000, "Toronto"},
    {"Subaru Ottawa Service", "repairShop", "subaru-ottawa", Role::RepairShop, 62'000, "Ottawa"},
    {"Lakeshore Garage", "repairShop", "lakeshore", Role::RepairShop, 38'500, "Hamilton"},
    {"Maple Mutual", "insurer", "maple-mutual", Role::Insurer, 950'000, "London"},
    {"Northern Credit Union", "lender", "northern-credit", Role::Lender, 1'200'000, "Sudbury"},
    {"DriveLog Canada", "device", "drivelog", Role::ObdDevice, 0, "Waterloo"},
    {"Ministry of Transportation", "government", "ministry", Role::Government, 0, "Toronto"},
    {"Mazda", "manufacturer", "maker-mazda", Role::Manufacturer, 0, "Hiroshima"},
    {"Acura", "manufacturer", "maker-acura", Role::Manufacturer, 0, "Alliston"},
    {"Audi", "manufacturer", "maker-audi", Role::Manufacturer, 0, "Ingolstadt"},
    {"BMW", "manufacturer", "maker-bmw", Role::Manufacturer, 0, "Munich"},
    {"Ford", "manufacturer", "maker-ford", Role::Manufacturer, 0, "Oakville"},
    {"Mercedes-Benz", "manufacturer", "maker-mercedes-benz", Role::Manufacturer, 0, "Sindelfingen"},
    {"Toyota", "manufacturer", "maker-toyota", Role::Manufacturer, 0, "Cambridge"},
    {"Hyundai", "manufacturer", "maker-hyundai", Role::Manufacturer, 0, "Ulsan"},
    {"Volkswagen", "manufacturer", "maker-volkswagen", Role::Manufacturer, 0, "Wolfsburg"},
    {"Priya Raman", "owner", "priya", Role::None, 18'200, "Mississauga"},
    {"Luc Tremblay", "owner", "luc", Role::None, 9'750, "Ottawa"},
    {"Hannah Okafor", "owner", "hannah", Role::None, 31'000, "Brampton"},
    {"Wei Zhang", "owner", "wei", Role::None, 44'600, "Waterloo"},
    {"Sofia Marino", "owner", "sofia", Role::None, 12'300, "Windsor"},
    {"Daniel Fraser", "owner", "daniel", Role::None, 7'900, "Kingston"},
    {"Amira Haddad", "owner", "amira", Role::None, 26'450, "London"},
    {"Jonas Peters", "owner", "jonas", Role::None, 15'800, "Kitchener"},
    {"Claire Dubois", "owner", "claire", Role::None, 21'100, "Sudbury"},
    {"Ryan Mitchell", "owner", "ryan", Role::None, 5'600, "Oshawa"},
};

Result<> save(const QString& path, const std::string& text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0 || !file.commit()) {
        return Error(PracticeError::IoError, {path.toStdString()});
    }
    return {};
}

QString keyPath(const std::string& folder, const CastEntry& entry)
{
    const QString name = QString::fromUtf8(entry.file.data(), static_cast<qsizetype>(entry.file.size()));
    return QString::fromStdString(folder) + QStringLiteral("/keys/") + name + QStringLiteral(".json");
}
} // namespace

std::span<const CastEntry> cast()
{
    return kCast;
}

std::size_t castIndex(std::string_view file)
{
    const auto* found = std::find_if(std::begin(kCast), std::end(kCast), [&](const auto& e) { return e.file == file; });
    return static_cast<std::size_t>(found - std::begin(kCast));
}

std::vector<std::size_t> castOfRole(std::string_view role)
{
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < std::size(kCast); ++i) {
        if (kCast[i].role == role) {
            found.push_back(i);
        }
    }
    return found;
}

Result<std::vector<Person>> makePeople(const std::string& folder)
{
    if (!QDir().mkpath(QString::fromStdString(folder) + QStringLiteral("/keys"))) {
        return Error(PracticeError::IoError, {folder});
    }
    const SecretBytes passphrase = SecretBytes::copyOf(asBytes(kPracticePassphrase));
    std::vector<Person> people;
    for (const auto& entry : kCast) {
        AC_TRY(PrivateKey key, PrivateKey::generate());
        AC_TRY(const std::string json, encryptKeystore(key, passphrase, kCheap));
        AC_CHECK(save(keyPath(folder, entry), json));
        const Address address = key.address();
        people.push_back({&entry, std::move(key), address});
    }
    return people;
}

std::vector<PracticePerson> listPeople(const std::vector<Person>& people, const std::string& folder)
{
    std::vector<PracticePerson> list;
    for (const auto& person : people) {
        list.push_back({std::string(person.entry->name), person.address, std::string(person.entry->role),
                        keyPath(folder, *person.entry).toStdString()});
    }
    return list;
}

} // namespace autochain::practice
