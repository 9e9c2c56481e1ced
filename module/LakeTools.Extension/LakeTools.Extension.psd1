@{
    RootModule        = 'LakeTools.Extension.psm1'
    ModuleVersion     = '0.1.0'
    GUID              = 'c1f0b4de-3f0a-4f0e-9b51-6a0b8f3f7d52'
    Author            = 'The LakeTools authors'
    Copyright         = '(c) The LakeTools authors. Apache-2.0.'
    Description       = 'Makes AWS Secrets Manager a vault for Microsoft.PowerShell.SecretManagement.'
    FunctionsToExport = @('Get-Secret', 'Get-SecretInfo', 'Set-Secret', 'Set-SecretInfo', 'Remove-Secret', 'Test-SecretVault')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
