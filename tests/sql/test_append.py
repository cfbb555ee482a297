async def test_x(organization):
    kr = await organization.key_result()
    await organization.check_in(kr, 5)
    print(await organization.progress(kr), await organization.kinds())
