@{
    RootModule        = 'Pester.psm1'
    ModuleVersion     = '5.7.0'
    GUID              = '2a6a2c5e-6f0e-4c57-8d8c-4c3f0b6f2f5d'
    Author            = 'The LakeTools authors'
    Description       = 'Stands in for Pester 5 in the LakeTools host.'
    FunctionsToExport = @(
        'Describe', 'Context', 'It', 'BeforeAll', 'AfterAll', 'BeforeEach', 'AfterEach', 'BeforeDiscovery'
        'Mock', 'InModuleScope', 'Set-ItResult', 'Invoke-Pester', 'New-PesterConfiguration', 'Get-MockCallCount', 'Get-UnusedVerifiableMock'
    )
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @('Should')
}
