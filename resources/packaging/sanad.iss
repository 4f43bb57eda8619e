; Installer for Windows, made by Inno Setup 6: ISCC /DVersion=… resources\packaging\sanad.iss
; For one user it needs no rights of an administrator.
[Setup]
AppId={{6F3C5D0A-4E0B-4C55-9C7E-51B0E1E19888}
AppName=Sanad
AppVersion={#Version}
DefaultDirName={autopf}\Sanad
DefaultGroupName=Sanad
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\dist
OutputBaseFilename=sanad-{#Version}-windows-x86_64-setup
SetupIconFile=icons\sanad.ico
UninstallDisplayIcon={app}\sanad.exe
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=no

[Files]
Source: "..\..\dist\sanad\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Sanad"; Filename: "{app}\sanad.exe"
