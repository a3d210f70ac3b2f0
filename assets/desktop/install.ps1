# Puts Blesna into the start menu of this user, and lets it open files of the kind .blesna; nobody needs to be administrator.
# `install.ps1 -Remove` takes it away.
param([switch]$Remove)
$ErrorActionPreference = "Stop"
$program = Join-Path $env:LOCALAPPDATA "Programs\Blesna"
$shortcut = Join-Path ([Environment]::GetFolderPath("Programs")) "Blesna.lnk"
$classes = "HKCU:\Software\Classes"
$kind = "$classes\Blesna.Proposal"

if ($Remove) {
    foreach ($place in $shortcut, $program, $kind, "$classes\.blesna") {
        if (Test-Path -LiteralPath $place) { Remove-Item -LiteralPath $place -Recurse -Force }
    }
} else {
    if ($PSScriptRoot -ne $program) {
        if (Test-Path -LiteralPath $program) { Remove-Item -LiteralPath $program -Recurse -Force }
        Copy-Item -LiteralPath $PSScriptRoot -Destination $program -Recurse
    }
    $values = [ordered]@{
        "$classes\.blesna"         = "Blesna.Proposal"
        $kind                      = "Blesna proposal"
        "$kind\DefaultIcon"        = "`"$program\blesna.ico`""
        "$kind\shell\open\command" = "`"$program\blesna.exe`" `"%1`""
    }
    foreach ($key in $values.Keys) {
        New-Item -Path $key -Force | Out-Null
        Set-ItemProperty -LiteralPath $key -Name "(default)" -Value $values[$key]
    }
    $link = (New-Object -ComObject WScript.Shell).CreateShortcut($shortcut)
    $link.TargetPath = "$program\blesna.exe"
    $link.IconLocation = "$program\blesna.ico"
    $link.Save()
}

# Explorer shows the icons anew
$shell = Add-Type -PassThru -Namespace Blesna -Name Shell -MemberDefinition `
    '[DllImport("shell32.dll")] public static extern void SHChangeNotify(int what, uint how, IntPtr one, IntPtr other);'
$shell::SHChangeNotify(0x08000000, 0, [IntPtr]::Zero, [IntPtr]::Zero)
