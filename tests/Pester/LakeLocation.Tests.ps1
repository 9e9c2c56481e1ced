BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $command = 'LakeTools.Cmdlets.Permissions'
}

AfterAll { Disconnect-Lake }

Describe 'Register-LakeLocation' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-LakeBucket one | Out-Null
        New-LakeBucket two | Out-Null
    }

    It 'registers an address with Lake Formation''s own role' {
        Register-LakeLocation s3://one/ -UseServiceLinkedRole | Should -BeNullOrEmpty
        $location = Get-LakeLocation s3://one/
        $location | Should -BeOfType ([LakeTools.LakeLocation])
        $location.Path | Should -Be 's3://one'
        $location.ResourceArn | Should -Be 'arn:aws:s3:::one'
        $location.RoleArn | Should -Not -BeNullOrEmpty
        $location.HybridAccess | Should -BeFalse
    }

    It 'registers an ARN with a role, which is completed' {
        $location = Register-LakeLocation arn:aws:s3:::one/raw -RoleArn role/LakeData -HybridAccess -PassThru
        $location.Path | Should -Be 's3://one/raw'
        $location.RoleArn | Should -Be 'arn:aws:iam::000000000000:role/LakeData'
        $location.HybridAccess | Should -BeTrue
    }

    It 'refuses one that is registered, and goes on' {
        Register-LakeLocation s3://one/ -UseServiceLinkedRole
        Register-LakeLocation s3://one/, s3://two/ -UseServiceLinkedRole -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -Be "LakeTools.LocationExists,$command.RegisterLakeLocationCommand"
        $failed[0].CategoryInfo.Category | Should -Be 'ResourceExists'
        (Get-LakeLocation).Path | Should -Be @('s3://one', 's3://two')
    }

    It 'refuses what is no location, before any call' {
        { Register-LakeLocation ./data -UseServiceLinkedRole -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.InvalidDataLocation,$command.RegisterLakeLocationCommand"
    }

    It 'changes nothing with -WhatIf' {
        Register-LakeLocation s3://one/ -UseServiceLinkedRole -WhatIf
        Get-LakeLocation | Should -BeNullOrEmpty
    }
}

Describe 'Get-, Set- and Unregister-LakeLocation' {
    BeforeEach {
        Connect-Lake -Local (Join-Path $TestDrive ([guid]::NewGuid().ToString('n')))
        New-LakeBucket one | Out-Null
        Register-LakeLocation s3://one/raw, s3://one/work -RoleArn role/LakeData
    }

    It 'finds by wildcards' {
        (Get-LakeLocation s3://one/w*).Path | Should -Be 's3://one/work'
        Get-LakeLocation s3://two* | Should -BeNullOrEmpty
    }

    It 'says what is not registered' {
        { Get-LakeLocation s3://one/none -ErrorAction Stop } | Should -Throw -ErrorId "LakeTools.LocationNotFound,$command.GetLakeLocationCommand"
        { Unregister-LakeLocation s3://one/none -Confirm:$false -ErrorAction Stop } |
            Should -Throw -ErrorId "LakeTools.LocationNotFound,$command.UnregisterLakeLocationCommand"
    }

    It 'changes only what is named' {
        $location = Set-LakeLocation s3://one/raw -HybridAccess -PassThru
        $location.HybridAccess | Should -BeTrue
        $location.RoleArn | Should -Be 'arn:aws:iam::000000000000:role/LakeData'
    }

    It 'unregisters from the pipeline' {
        Get-LakeLocation s3://one/raw | Unregister-LakeLocation -Confirm:$false
        (Get-LakeLocation).Path | Should -Be 's3://one/work'
    }

    It 'unregisters nothing with -WhatIf' {
        Get-LakeLocation | Unregister-LakeLocation -WhatIf
        Get-LakeLocation | Should -HaveCount 2
    }
}
