# The vault of LakeTools for Microsoft.PowerShell.SecretManagement, which calls 'LakeTools.Extension\Get-Secret' and others, mostly in
# its own runspace. This file is imported with LakeTools, but most users never call it. So the code of the functions is loaded by the first
# call, and the parameters have no types, because PowerShell would search all assemblies for them.

function Import-Vault {
    if ($script:IsRead) { return }
    Import-Module "$PSScriptRoot/LakeTools.Vault.psm1"
    $script:IsRead = $true
}

function Get-Secret {
    [CmdletBinding()]
    param($Name, $VaultName, $AdditionalParameters)
    Import-Vault
    Get-VaultSecret @PSBoundParameters
}

function Get-SecretInfo {
    [CmdletBinding()]
    param($Filter, $VaultName, $AdditionalParameters)
    Import-Vault
    Get-VaultSecretInfo @PSBoundParameters
}

function Set-Secret {
    [CmdletBinding()]
    param($Name, $Secret, $VaultName, $AdditionalParameters, $Metadata)
    Import-Vault
    Set-VaultSecret @PSBoundParameters
}

function Set-SecretInfo {
    [CmdletBinding()]
    param($Name, $Metadata, $VaultName, $AdditionalParameters)
    Import-Vault
    Set-VaultSecretInfo @PSBoundParameters
}

function Remove-Secret {
    [CmdletBinding()]
    param($Name, $VaultName, $AdditionalParameters)
    Import-Vault
    Remove-VaultSecret @PSBoundParameters
}

function Test-SecretVault {
    [CmdletBinding()]
    param($VaultName, $AdditionalParameters)
    Import-Vault
    Test-Vault @PSBoundParameters
}
