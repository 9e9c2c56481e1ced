@{
    RootModule           = 'LakeTools.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f2b8d34-5a8e-4c57-9c0b-3d1d0f7a9e21'
    Author               = 'The LakeTools authors'
    Copyright            = '(c) The LakeTools authors. Apache-2.0.'
    Description          = 'Data lakes on AWS from PowerShell: Lake Formation permissions, Glue catalog and jobs, and secrets, against AWS or an embedded lake in a folder that enforces permissions.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @(
        'formats/Connection.Format.ps1xml'
        'formats/Catalog.Format.ps1xml'
        'formats/Permissions.Format.ps1xml'
        'formats/Jobs.Format.ps1xml'
        'formats/Secrets.Format.ps1xml'
        'formats/Objects.Format.ps1xml'
    )
    TypesToProcess       = @('LakeTools.Types.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Connect-Lake'
        'Get-LakeConnection'
        'Test-LakeConnection'
        'Disconnect-Lake'
        'New-GlueDatabase'
        'Get-GlueDatabase'
        'Remove-GlueDatabase'
        'New-GlueTable'
        'Get-GlueTable'
        'Remove-GlueTable'
        'Grant-LakePermission'
        'Revoke-LakePermission'
        'Get-LakePermission'
        'Register-LakeLocation'
        'Get-LakeLocation'
        'Unregister-LakeLocation'
        'Get-LakeSecret'
        'New-LakeSecret'
        'Set-LakeSecret'
        'Remove-LakeSecret'
        'Get-LakeSecretInfo'
        'New-LakeGlueJob'
        'Get-LakeGlueJob'
        'Remove-LakeGlueJob'
        'Start-LakeGlueJob'
        'Get-LakeGlueJobRun'
        'Wait-LakeGlueJobRun'
        'Stop-LakeGlueJobRun'
        'Get-LakeGlueJobLog'
        'New-LakeBucket'
        'Get-LakeObject'
        'Send-LakeObject'
        'Receive-LakeObject'
        'Remove-LakeObject'
        'Copy-LakeObject'
        'Remove-LakeBucket'
        'Import-LakeData'
        'Export-LakeData'
    )
    AliasesToExport      = @(
        'New-LakeGlueDatabase'
        'Get-LakeGlueDatabase'
        'Remove-LakeGlueDatabase'
        'New-LakeGlueTable'
        'Get-LakeGlueTable'
        'Remove-LakeGlueTable'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('AWS', 'LakeFormation', 'Glue', 'SecretsManager', 'DataLake', 'S3', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://www.apache.org/licenses/LICENSE-2.0'
        }
    }
}
