# The vault of LakeTools for Microsoft.PowerShell.SecretManagement, which calls 'LakeTools.Extension\Get-Secret' and the like, mostly in
# a runspace of its own. Whoever imports LakeTools imports this too, and most never call it: so what the functions do is read with the first
# call, and the parameters name no types, for which PowerShell would look through all assemblies.

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
