# A folder for each file. What a block made in it is gone with the block.

function New-TestDrive {
    $script:Run.TestDrive = [System.IO.Directory]::CreateTempSubdirectory('pester-').FullName
    $global:TestDrive = $script:Run.TestDrive
    $null = New-PSDrive -Name TestDrive -PSProvider FileSystem -Root $script:Run.TestDrive -Scope Global
}

function Remove-TestDrive {
    Remove-PSDrive TestDrive -Scope Global -Force
    if ([System.IO.Directory]::Exists($script:Run.TestDrive)) { [System.IO.Directory]::Delete($script:Run.TestDrive, $true) }
    $script:Run.TestDrive = $null
    Remove-Variable TestDrive -Scope Global
}

function Get-TestDriveItem { , @([System.IO.Directory]::GetFileSystemEntries($script:Run.TestDrive, '*', 'AllDirectories')) }

function Remove-TestDriveItem($Kept) {
    foreach ($path in [System.IO.Directory]::GetFileSystemEntries($script:Run.TestDrive, '*', 'AllDirectories')) {
        if ($path -in $Kept) { continue }
        if ([System.IO.Directory]::Exists($path)) { [System.IO.Directory]::Delete($path, $true) }
        elseif ([System.IO.File]::Exists($path)) { [System.IO.File]::Delete($path) }
    }
}
